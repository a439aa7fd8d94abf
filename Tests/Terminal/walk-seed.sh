#!/usr/bin/env bash
# Walks through the seed article with `mtlint fix --interactive` as a person would: in a terminal, by keystrokes.
# Usage: walk-seed.sh MTLINT. Needs tmux. Ends with 0 if everything on the screen and on the disk is as it should be.
set -euo pipefail
export LC_ALL=C.UTF-8
unset TMUX

mtlint=$(readlink -f "$1")
seed=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)/Corpus/seed/article.txt
work=$(mktemp -d)
socket=mtlint-walk-$$
trap 'tmux -L "$socket" kill-server 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
cp "$seed" seed.txt

terminal() { tmux -u -L "$socket" -f /dev/null "$@"; }
screen() { terminal capture-pane -p -t walk -S -; }
fail() {
  printf 'FAILED: %s\n-- the screen:\n' "$1" >&2
  screen | tail -n 40 >&2
  exit 1
}

# What stands on the screen below the last command line, once it holds a pattern; half a minute at most.
wait_for() {
  for _ in $(seq 600); do
    if screen | tac | sed '/^\$ /q' | tac >"$work/.screen" && grep -qE -- "$1" "$work/.screen"; then return; fi
    sleep 0.05
  done
  fail "“$1” does not come"
}

# Presses a key and waits for the answer to it.
press() {
  local before
  before=$(answers)
  terminal send-keys -t walk "$1"
  for _ in $(seq 600); do
    if [ "$(answers)" -gt "$before" ]; then break; fi
    sleep 0.02
  done
  wait_for "$2"
  last=$(grep -E '^  → ' "$work/.screen" | tail -n 1)
  [[ $last =~ $2 ]] || fail "the key $1 is answered with “$last” instead of “$2”"
}
answers() { screen | grep -cE '^  → (repaired|skipped|taken back|nothing changed|“)' || true; }
left() { grep -oE '[0-9]+ left$' "$work/.screen" | tail -n 1 | cut -d ' ' -f 1; }
rule() { grep -E '[0-9]+ left$' "$work/.screen" | tail -n 1 | sed -E 's/ +[0-9]+ left$//; s/.* //'; }
offers() { tac "$work/.screen" | sed '/ left$/q' | grep -qE '^  1  '; }
start() {
  ready
  terminal send-keys -t walk -l clear
  terminal send-keys -t walk Enter
  ready
  terminal clear-history -t walk
  terminal send-keys -t walk -l "$*"
  terminal send-keys -t walk Enter
}
ready() { wait_for '^\$ *$'; }
sane() {
  ready
  terminal send-keys -t walk -l 'stty -a > stty.txt; echo DONE'
  terminal send-keys -t walk Enter
  wait_for '^DONE$'
  grep -qE '(^| )icanon( |;|$)' stty.txt && grep -qE '(^| )echo( |;|$)' stty.txt && grep -qE '(^| )isig( |;|$)' stty.txt \
    || fail 'the terminal is not as it was'
}

terminal new-session -d -s walk -x 80 -y 50 "env PS1='$ ' bash --norc --noprofile"
terminal set-option -g history-limit 10000

echo '-- repairs, an own wording, skips, undo, the dictionary, quit'
start "$mtlint fix --interactive seed.txt; echo END \$?"
wait_for '[0-9]+ left$'
first=$(left)
offers || fail 'the first finding has no repair'
press 1 '^  → repaired'
press s '^  → skipped$'
terminal send-keys -t walk e
wait_for 'your own wording:'
terminal send-keys -t walk C-u
terminal send-keys -t walk -l 'their own naïve wordinx'
terminal send-keys -t walk BSpace
terminal send-keys -t walk -l g
wait_for '^  > their own naïve wording$'
press Enter '^  → repaired$'
before=$(left)
press s '^  → skipped$'
press u '^  → taken back$'
[ "$(left)" -eq "$before" ] || fail 'undo does not bring the question back'
terminal send-keys -t walk '?'
wait_for '^  u    take the last answer back'
skipped=0
until [[ $(rule) == spelling/* ]]; do
  press s '^  → skipped'
  skipped=$((skipped + 1))
  [ "$skipped" -lt 100 ] || fail 'there is no unknown word in the seed'
done
press a '^  → “.*” comes into the dictionary: [1-9][0-9]* findings? fewer$'
press r '^  → skipped'
terminal send-keys -t walk q
wait_for '^END 1$'
sane
[ "$(grep -c 'their own naïve wording' seed.txt)" -eq 1 ] || fail 'the own wording is not in the file'
[ "$(diff "$seed" seed.txt | grep -c '^<')" -eq 2 ] || fail "$(diff "$seed" seed.txt)"
[ "$(wc -l <.mtlint-words.txt)" -eq 1 ] || fail 'the dictionary does not hold one word'
[ "$(grep -c '"rule": "' .mtlint-skipped.json)" -ge 2 ] || fail 'what was skipped is not remembered'

echo '-- what was skipped is not asked again, but shown when asked for; x and Ctrl-C change nothing'
cp seed.txt before.txt
start "$mtlint fix --interactive seed.txt; echo END \$?"
wait_for '[0-9]+ left$'
second=$(left)
[ "$second" -lt $((first - 2 - skipped)) ] || fail "skipped findings are asked again: $first, then $second"
offers && press 1 '^  → repaired' || press s '^  → skipped'
terminal send-keys -t walk x
wait_for '^END 1$'
cmp seed.txt before.txt || fail 'abandoning changed the file'
start "$mtlint fix --interactive --show-skipped seed.txt; echo END \$?"
wait_for '[0-9]+ left$'
[ "$(left)" -gt "$second" ] || fail 'skipped findings are not shown'
press s '^  → skipped'
terminal send-keys -t walk C-c
wait_for '^END 1$'
sane
cmp seed.txt before.txt || fail 'Ctrl-C changed the file'

echo '-- a process that is ended from outside leaves the terminal and the file as they were'
start "$mtlint fix --interactive seed.txt"
wait_for '[0-9]+ left$'
offers && press 1 '^  → repaired' || press s '^  → skipped'
kill -TERM "$(ps -o pid= --ppid "$(terminal list-panes -t walk -F '#{pane_pid}')" | head -n 1 | tr -d ' ')"
sane
cmp seed.txt before.txt || fail 'a run that was ended changed the file'

echo '-- a file that someone else changes meanwhile is left alone'
start "$mtlint fix --interactive seed.txt; echo END \$?"
wait_for '[0-9]+ left$'
until offers; do press s '^  → skipped'; done
press 1 '^  → repaired'
echo 'Written by someone else.' >>seed.txt
cp seed.txt theirs.txt
terminal send-keys -t walk q
wait_for 'changed by someone else meanwhile'
wait_for '^END 2$'
cmp seed.txt theirs.txt || fail 'the other’s text is lost'

echo '-- to the end, with a repair wherever there is one'
cp "$seed" seed.txt
rm .mtlint-skipped.json .mtlint-words.txt
start "$mtlint fix --interactive seed.txt; echo END \$?"
wait_for '[0-9]+ left$'
until grep -q 'Nothing is left to ask' .screen; do
  if offers; then press 1 '^  → repaired'; else press s '^  → skipped'; fi
done
terminal send-keys -t walk Enter
wait_for '^END [01]$'
sane
! cmp -s "$seed" seed.txt || fail 'nothing was repaired'
start "$mtlint fix --interactive seed.txt; echo END \$?"
wait_for '^Nothing changed; '
echo 'all is well'
