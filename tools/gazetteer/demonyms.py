"""demonyms.tsv: adjectives of origin and the nouns for people of a country, from two packages and by hand."""

import re

import table
from sources import SOURCES

HEAD = [
    "Adjectives of origin, and the nouns for those who come from there.",
    "Made by tools/gazetteer/build.py; mend tools/gazetteer/hand/demonyms.tsv, not this file.",
    SOURCES["nationality"].head(), SOURCES["i18n-nationality"].head(), "Source: hand-made list of the project (2026-11).",
]


def build(packages, hand):
    """The text of demonyms.tsv."""
    text = packages.read("nationality", "nationality/nationality.py").decode()
    pairs = re.findall(r'"([A-Z]{2})": "([^"]+)"', text)
    pairs += packages.json("i18n-nationality", "langs/en.json")["nationalities"].items()
    found = {}
    for country, words in pairs:
        for word in re.split(r",| or ", words):
            word = table.clean(word).lower()
            if re.fullmatch(r"[a-z-]+", word) and len(word) > 2:
                found.setdefault(word, country)
    for row in table.read(hand):
        for word in row["demonyms"].split("|"):
            found[word.lower()] = row["country"]
    for word, country in list(found.items()):
        if word.endswith(("an", "i", "no", "ak", "k", "t", "er", "d", "r", "ot", "ine")):
            found.setdefault(word + "s", country)
    return table.write(HEAD, ["word", "country"], [{"word": w, "country": c} for w, c in found.items()])
