"""common_words.tsv: words that are no name only because they stand capitalised at the start of a sentence. verbs.tsv: words
that may be verbs."""

from collections import Counter, defaultdict

import table
from sources import SOURCES

HEAD = [
    "Common words: no name only because one stands with a capital at the start of a sentence.",
    "Made by tools/gazetteer/build.py.",
    SOURCES["wordnet"].head(),
]
VERBS_HEAD = [
    "Verbs in the base form, nouns by another sense or not: at least one use in twelve of WordNet's tagged texts is a verb.",
    "Made by tools/gazetteer/build.py.",
    SOURCES["wordnet"].head(),
]
NOUN_USES = 11  # for one use as a verb, up to which a word may be a verb
USES = 2  # in WordNet's tagged texts, from which a word is common


ALWAYS = 1_000_000  # stands for the uses of a function word


MORE = """than unless until upon onto off nor either neither each every both few many much more most less least such own
    same so too very just even still yet ever never always often sometimes perhaps maybe here there where why how what
    whom whose yes no not hey oh ok okay please thanks hello let lets got get gets one two three four five six seven eight
    nine ten first second third last next other others another""".split()


def function_words(path):
    """The words of words.tsv, but those that only help to tell organisations; and some that it has no class for."""
    return {row["word"] for row in table.read(path) if row["class"] != "organization_word"} | set(MORE)


def counts(packages):
    """How often WordNet's tagged texts use each lower-case word."""
    found = Counter()
    for line in packages.read("wordnet", "dict/index.sense").decode().splitlines():
        sense, _, _, uses = line.split()
        lemma = sense.split("%")[0]
        if lemma.isalpha() and lemma.isascii():
            found[lemma] += int(uses)
    return {word: uses for word, uses in found.items() if uses and word not in proper(packages)}


def proper(packages, cache={}):
    """Lemmas that WordNet writes with a capital only: names."""
    if not cache:
        small, capital = set(), set()
        for part in ("noun", "verb", "adj", "adv"):
            for line in packages.read("wordnet", f"dict/data.{part}").decode().splitlines():
                if line.startswith("  "):
                    continue
                fields = line.split()
                for at in range(int(fields[3], 16)):
                    lemma = fields[4 + 2 * at].split("(")[0]
                    (small if lemma.islower() else capital).add(lemma.lower())
        cache["names"] = capital - small
    return cache["names"]


def common(packages):
    lemmas = {word: uses for word, uses in counts(packages).items() if uses >= USES and len(word) > 2}
    verbs = tagged(packages, "verb")
    nouns = tagged(packages, "noun")
    forms = set(lemmas) | set(MORE)
    for word in lemmas:
        if word in verbs:
            forms |= verb_forms(word)
        if word in nouns:
            forms.add(plural(word))
    return table.write(HEAD, ["word"], [{"word": word} for word in forms])


def verbs(packages):
    uses = defaultdict(Counter)
    for line in packages.read("wordnet", "dict/index.sense").decode().splitlines():
        sense, _, _, count = line.split()
        lemma, key = sense.split("%")
        uses[lemma][key[0]] += int(count)
    may = lambda kinds: kinds["2"] and kinds["1"] <= NOUN_USES * kinds["2"]
    plain = lambda lemma: lemma.isalpha() and lemma.isascii() and len(lemma) > 1
    found = sorted(lemma for lemma, kinds in uses.items() if plain(lemma) and may(kinds))
    return table.write(VERBS_HEAD, ["verb"], [{"verb": lemma} for lemma in found])


def tagged(packages, part):
    """Lemmas of a part of speech in the tagged texts."""
    kinds = {"noun": "1", "verb": "2"}
    found = set()
    for line in packages.read("wordnet", "dict/index.sense").decode().splitlines():
        sense, _, _, uses = line.split()
        lemma, key = sense.split("%")
        if key[0] == kinds[part] and int(uses):
            found.add(lemma)
    return found


def verb_forms(verb):
    stem = verb[:-1] if verb.endswith("e") else verb
    if verb.endswith("y") and verb[-2] not in "aeiou":
        past = verb[:-1] + "ied"
    elif doubled(verb):
        stem, past = verb + verb[-1], verb + verb[-1] + "ed"
    else:
        past = stem + "ed"
    if verb.endswith("ee"):
        stem = verb
    return {plural(verb), past, stem + "ing"}


def doubled(verb):
    """One vowel between consonants in a word of one syllable: `stop`, `plan`."""
    vowels = sum(ch in "aeiou" for ch in verb)
    return len(verb) > 2 and vowels == 1 and verb[-2] in "aeiou" and verb[-1] not in "aeiouwxy"


def plural(noun):
    if noun.endswith("y") and len(noun) > 1 and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")
