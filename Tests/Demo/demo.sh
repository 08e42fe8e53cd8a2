#!/bin/sh
# Plays the founding story: a post that ridicules a patient is refused, so is the reply that adds a fact about her, and a
# post about the flu clinic goes through and says who has still to look at it.
# usage: demo.sh FOLDER-OF-THE-PROGRAMS
set -eu

bin=$(cd "$1" && pwd)
PATH="$bin:$PATH"
export PATH
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
HOME=$folder
export HOME
cd "$folder"

if [ -t 1 ]; then bold=$(printf '\033[1m') plain=$(printf '\033[0m'); else bold='' plain=''; fi
say() { printf '\n%s== %s%s\n\n' "$bold" "$1" "$plain"; }
refused() {
  if "$@"; then
    echo "This should have been refused." >&2
    exit 1
  fi
}

say "A repository of drafts, with Chaperone set up in it"
git init -q -b main drafts-of-mercy-clinic
cd drafts-of-mercy-clinic
git config user.name "J. Okafor"
git config user.email j.okafor@clinic.example
chaperone init
git add .chaperone
git commit -q -m "Set up Chaperone"

say "Late at night, a doctor writes about a patient and commits"
mkdir -p drafts
cat > drafts/late.md <<'POST'
---
author: j.okafor
channels: [facebook]
about: none
account: personal
---
So I have a patient who has chosen to either no-show or be late (sometimes hours) for all of her prenatal visits,
ultrasounds and NSTs. She is now 3 hours late for her induction. May I show up late to her delivery?
POST
git add drafts/late.md
refused git commit -m "Tonight"

say "Asked why she did not cancel, she answers. Alone the answer holds nothing that tells of anyone"
git reset -q
rm drafts/late.md
reply="Here is the explanation why I have put up with it/not cancelled induction: prior stillbirth."
echo "$reply" | chaperone check --format json - | grep -o '"rule":"[a-z]*/[a-z-]*"' || echo "no rule fires"

say "In its thread it does"
cat > drafts/reply.md <<POST
---
author: j.okafor
channels: [facebook]
about: none
account: personal
inReplyTo:
  text:
    - >-
      So I have a patient who has chosen to either no-show or be late (sometimes hours) for all of her prenatal visits,
      ultrasounds and NSTs. She is now 3 hours late for her induction. May I show up late to her delivery?
    - Why do you not just cancel?
---
$reply
POST
git add drafts/reply.md
refused git commit -m "Answer"

say "The flu clinic is announced: no rule fires, and a second person has still to look"
git reset -q
rm drafts/reply.md
cat > drafts/flu-clinic.md <<'POST'
---
author: j.okafor
channels: [facebook]
about: none
publishDate: 2027-10-01T09:00:00-05:00
---
Flu shots for ages 6 months and older, every weekday from 8 to 4. Please arrive 15 minutes early.
POST
git add drafts/flu-clinic.md
git commit -q -m "Announce the flu clinic"
git log -1 --format='%s%n%n%(trailers)'
