import MTLDocuments
import MTLProse
import Testing

@Suite struct HTMLTests {
  @Test(
    "block-level elements delimit blocks and name their kind",
    arguments: [
      ("<h1>Title</h1><p>One\ntwo</p>three", "heading: Title\nparagraph: One two\nparagraph: three"),
      ("<ul><li>a<li>b</ul>c", "listItem: a\nlistItem: b\nparagraph: c"),
      ("<ul><li><p>a</p><p>b</p></li></ul>", "listItem: a\nlistItem: b"),
      ("<table><caption>T</caption><tr><th>a<td>b<tr><td>c</table>d", "caption: T\ntableCell: a\ntableCell: b\ntableCell: c\nparagraph: d"),
      ("<blockquote><p>q</p></blockquote>p", "quotation: q\nparagraph: p"),
      ("<figure><img src=x><figcaption>fig</figcaption></figure>", "paragraph: □\ncaption: fig"),
      ("<html><head><title>T</title></head><body>b</body>", "heading: T\nparagraph: b"),
      ("<h1>open<p>a</p><h2>b</h2>c", "heading: open\nheading: a\nheading: b\nparagraph: c"),
      ("<DIV>a</DIV><Section>b</section>", "paragraph: a\nparagraph: b"),
      ("a<hr>b", "paragraph: a\nparagraph: b"),
    ])
  func blocks(text: String, expected: String) throws {
    #expect(try reading(text, .html) == expected)
  }

  @Test(
    "inline tags have no width; what is not prose is left out",
    arguments: [
      ("Krem<b>lin</b>", "paragraph: Kremlin"),
      ("a<br/>b", "paragraph: a b"),
      ("run <code>x <b>y</b></code> now", "paragraph: run □ now"),
      ("a <kbd>never closed", "paragraph: a never closed"),
      ("a<script>if (a < b) '</p>'</script>b", "paragraph: ab"),
      ("a<pre>x</pre>b", "paragraph: a\nparagraph: b"),
      ("a<style>p{}", "paragraph: a"),
      ("a <svg><svg></svg><path/></svg> b", "paragraph: a □ b"),
      ("<p title=\"a > b\" alt='x'>text", "paragraph: text"),
      ("a <!-- c --> b <!doctype html><?php x ?><![CDATA[ y ]]>c", "paragraph: a b c"),
      ("a <!-- never closed", "paragraph: a"),
      ("see https://x.org/?a=1&amp;b=2 or me@x.org.", "paragraph: see □ or □."),
    ])
  func inline(text: String, expected: String) throws {
    #expect(try reading(text, .html) == expected)
  }

  @Test(
    "unknown tags are text unless the document uses them as elements",
    arguments: [
      ("a <unk> b", "paragraph: a <unk> b"),
      ("a <foo>b</foo>", "paragraph: a b"),
      ("a </url> b", "paragraph: a </url> b"),
      ("<my-box>a</my-box>", "paragraph: a"),
      ("1 < 2 > 1 <3", "paragraph: 1 < 2 > 1 <3"),
      ("a <b", "paragraph: a <b"),
    ])
  func unknown(text: String, expected: String) throws {
    #expect(try reading(text, .html) == expected)
  }

  @Test(
    "entities read as their character",
    arguments: [
      ("Russian&rsquo;s", "paragraph: Russian’s"), ("a&nbsp;b&nbsp c", "paragraph: a b c"), ("&#146;&#x2019;", "paragraph: ’’"),
      ("AT&T &copy=1", "paragraph: AT&T &copy=1"), ("&lt;unk&gt;", "paragraph: <unk>"), ("&#0;&#xD800;", "paragraph: \u{FFFD}\u{FFFD}"),
    ])
  func entities(text: String, expected: String) throws {
    #expect(try reading(text, .html) == expected)
  }
}
