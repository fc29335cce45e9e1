#!/usr/bin/env python3
"""Rebuilds src/data from the pinned packages and the hand-made tables: build.py PACKAGES [--check] [--only TABLE]

PACKAGES is a folder with the archives named in sources.py.  With --check nothing is written: it fails where a table
differs from what is committed.
"""

import argparse
import pathlib
import sys

import demonyms
import names
import organizations
import people
import places
import titles
import words
from sources import Packages

HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE.parent.parent / "src" / "data"


def tables(packages, hand):
    """(file name, text) of each table."""
    counts = words.counts(packages) | dict.fromkeys(words.function_words(DATA / "words.tsv"), words.ALWAYS)
    persons = names.persons(packages)
    text, unused = places.build(packages, hand, counts, persons)
    for variant in unused:
        print(f"place_variants.tsv: no city {variant}", file=sys.stderr)
    yield "places.tsv", text
    yield "people.tsv", people.build(packages, hand / "people.tsv")
    yield "organizations.tsv", organizations.build(hand / "organizations.tsv")
    yield "demonyms.tsv", demonyms.build(packages, hand / "demonyms.tsv")
    yield "titles.tsv", titles.build(packages, hand / "titles.txt")
    yield "given_names.tsv", names.given(packages)
    yield "family_names.tsv", names.family(packages)
    yield "common_words.tsv", words.common(packages)
    yield "verbs.tsv", words.verbs(packages)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("packages")
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    different = []
    for name, text in tables(Packages(arguments.packages), HERE / "hand"):
        path = DATA / name
        same = path.exists() and path.read_text(encoding="utf-8") == text
        if not same:
            different.append(name)
            if not arguments.check:
                path.write_text(text, encoding="utf-8")
    verb = "differ" if arguments.check else "written"
    print(f"{verb}: {', '.join(different) or 'none'}")
    sys.exit(bool(different) and arguments.check)


main()
