import MTLLinting

/// A brand with its capitals in the wrong places: “Youtube”.
struct BrandSpelling: Rule {
  let info = RuleInfo(
    id: "name/brand-spelling", severity: .hint, category: .terminology, precedence: .name,
    summary: "A brand’s name has its capitals elsewhere.",
    explanation: """
      Pipelines that restore capitals word by word write every name with one capital. Addresses and hashtags are left alone, and so is all \
      that stands in small letters or in capitals throughout.
      """,
    over: ["casing/lowercase-proper", "spelling/unknown-word"],
    bad: ["The song was put on [Youtube] in May. => YouTube", "She paid with [Paypal] and left. => PayPal"],
    good: ["The song was put on YouTube in May.", "See Youtube.com for more.", "THE SONG IS ON YOUTUBE"])
  let trigger = Trigger.words(
    "youtube", "linkedin", "whatsapp", "tiktok", "paypal", "ebay", "wechat", "iphone", "ipad", "iphones", "macbook", "playstation",
    "spacex",
    "javascript", "github", "powerpoint", "openai", "chatgpt", "astrazeneca", "biontech")
  private static let words = WordSet(
    """
    youtube linkedin whatsapp tiktok paypal ebay wechat iphone ipad iphones macbook playstation spacex javascript github powerpoint openai
    chatgpt astrazeneca biontech
    """)

  private static let brands: [String: String] = [
    "Youtube": "YouTube", "Linkedin": "LinkedIn", "Whatsapp": "WhatsApp", "Tiktok": "TikTok", "Paypal": "PayPal", "Ebay": "eBay",
    "Wechat": "WeChat", "Iphone": "iPhone", "Ipad": "iPad", "Iphones": "iPhones", "Macbook": "MacBook", "Playstation": "PlayStation",
    "Spacex": "SpaceX", "Javascript": "JavaScript", "Github": "GitHub", "Powerpoint": "PowerPoint", "Openai": "OpenAI",
    "Chatgpt": "ChatGPT", "Astrazeneca": "AstraZeneca", "Biontech": "BioNTech",
  ]

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    for i in 0..<block.tokens.count where block.tokens.shape(i) == .capitalised && Self.words.contains(block, i) {
      guard block.tokens.kind(i) == .word, let brand = Self.brands[block.text(i)] else { continue }
      guard !block.touchesCode(i), !context.dictionary.contains(block.tokens.hash(i)) else { continue }
      report(Finding(i..<i + 1, "the brand writes itself “\(brand)”", repairs: [.suggested(brand)]))
    }
  }
}
