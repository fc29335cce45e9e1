"""titles.tsv: occupations from WordNet, cut down to those whose first sense is a person at work; and a hand-made list."""

from collections import Counter

import table
from sources import SOURCES

HEAD = [
    "Titles and occupations in the singular, of one word or several, with their classes (see nouns.tsv).",
    "Made by tools/gazetteer/build.py; mend tools/gazetteer/hand/titles.txt, not this file.",
    SOURCES["wordnet"].head(), "Source: hand-made list of the project (2026-11).",
]
# Hypernyms under which a noun is an office, a rank or an occupation.
ROOTS = """leader.1 official.1 professional.1 officer.1 scientist.1 scholar.1 politician.1 judge.1 administrator.1
    military_officer.1 clergyman.1 journalist.1 athlete.1 businessperson.1 lawyer.1 engineer.1 teacher.1 educator.1
    health_professional.1 diplomat.1 legislator.1 skilled_worker.1 negotiator.1 expert.1 performer.1 artist.1 writer.1
    spokesperson.1 serviceman.1 policeman.1 aristocrat.1 specialist.1 employee.1 representative.1 communicator.1
    manager.1 director.1 builder.1 capitalist.1 authority.1 critic.1 reformer.1 investigator.1 adviser.1 theorist.1
    head.4 worker.1 maker.1 entertainer.1 intellectual.1""".split()
# Words whose use as a title is rare beside another, or that no newsroom would put before or after a name.
NOT = set("""star guide host model page second cook head father mother brother sister master doctor's hand second lead
    extra ace natural favorite mountain guide mate boy girl man woman body buddy chief's fellow human adult member medium
    ham pro spare wit sport jack knight bishop pawn queen king duke prince earl mr mrs ms sir madam don fed don't cap
    private general's bard artisan brave fox hawk lion oracle pilgrim sage seer elder senior junior regular novice major
    minor general professional expert creative operative executive conservative liberal moderate radical authority power
    influence force source witness contact plant mole double standby stock ringer runner walker sleeper roller hacker cat
    tiger cutter digger picker packer hooker tart harlot whore prostitute streetwalker pimp thief killer assassin slave
    serf servant maid maiden virgin lover idol hero heroine victim patient jimhickey jimdandy johnny egghead
    ubermensch highness potency primate reb roarer stager starlet stoic quack hotshot huckster hurler hawker hitter bunter
    lasher genius commie interne noncom letterman fishwife auxiliary maker rebel democrat republican skeptic non-resistant
    lineman lifter mover porter potter thinker questioner left-hander right-hander southpaw subordinate underling realist
    pessimist optimist accomplice acolyte chorine cowpuncher extern gospeler naprapath oyabun pistoleer propagandist puncher
    switch-hitter trainman twirler wigmaker wildcatter wingback classifier existentialist experimenter fieldhand gagwriter
    knight-errant mercer monologist place-kicker stylist subjectivist symbolist tragedian tumbler coloratura ward-heeler
    helper joker booker beadle busboy  user buyer seller reader speaker listener viewer
    number figure giant titan wizard witch magus guru saint devil angel god goddess""".split())
# Endings of learned occupations, which WordNet's tagged texts seldom use.
LEARNED = ("ologist", "ographer", "ician", "iatrist", "onomist", "iologist", "therapist", "surgeon", "keeper", "master")


def build(packages, hand):
    """The text of titles.tsv."""
    nouns = Nouns(packages)
    found = {}
    for lemma in nouns.occupations():
        word = lemma.replace("_", " ")
        if word not in NOT and word == word.lower() and all(ch.isalpha() or ch in " -'" for ch in word):
            found[word] = classes(word)
    for line in hand.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            found[table.clean(line)] = classes(line)
    return table.write(HEAD, ["title", "class"], [{"title": title, "class": kind} for title, kind in found.items()])


def classes(title):
    last = title.split()[-1]
    if last.endswith("woman") or last in ("actress", "duchess", "princess", "queen", "lady", "nun", "landlady", "baroness"):
        return "role|feminine"
    return "role|masculine" if last.endswith("man") and last != "human" else "role"


class Nouns:
    """WordNet's nouns: lemma to synsets by rank, synset to what it is a kind of, and the uses of each sense."""

    def __init__(self, packages):
        self.parents, self.ranked = {}, {}
        for line in packages.read("wordnet", "dict/data.noun").decode().splitlines():
            if not line.startswith("  "):
                fields = line.split(" | ")[0].split()
                pointers = fields[4 + 2 * int(fields[3], 16):]
                self.parents[fields[0]] = [pointers[at + 1] for at, sign in enumerate(pointers) if sign == "@"]
        for line in packages.read("wordnet", "dict/index.noun").decode().splitlines():
            if not line.startswith("  "):
                fields = line.split()
                self.ranked[fields[0]] = fields[-int(fields[2]):]
        self.uses = Counter()
        self.verbs, self.adjectives = Counter(), Counter()
        for line in packages.read("wordnet", "dict/index.sense").decode().splitlines():
            sense, _, _, uses = line.split()
            lemma, key = sense.split("%")
            kind = {"1": self.uses, "2": self.verbs, "3": self.adjectives, "5": self.adjectives}.get(key[0])
            if kind is not None:
                kind[lemma] += int(uses)

    def occupations(self):
        roots = {self.ranked[name][int(rank) - 1] for name, rank in (root.split(".") for root in ROOTS)}
        for lemma, senses in sorted(self.ranked.items()):
            usual = self.uses[lemma] > 0 or (lemma.endswith(LEARNED) and len(lemma) < 17 and "_" not in lemma)
            clear = self.uses[lemma] >= self.verbs[lemma] + self.adjectives[lemma]
            if usual and clear and self.is_under(senses[0], roots):
                yield lemma

    def is_under(self, synset, roots):
        seen, open_ = set(), [synset]
        while open_:
            synset = open_.pop()
            if synset in roots:
                return True
            if synset not in seen:
                seen.add(synset)
                open_ += self.parents.get(synset, [])
        return False
