"""organizations.tsv: the hand-made list, sorted."""

import table

COLUMNS = ["name", "aliases", "country", "sort"]
HEAD = [
    "Organisations: news agencies and media, international bodies, ministries and agencies, parties, think tanks,",
    "companies, unions, clubs. Made by tools/gazetteer/build.py; mend tools/gazetteer/hand/organizations.tsv, not this file.",
    "Source: hand-made list of the project (2026-11).",
]


def build(hand):
    """The text of organizations.tsv."""
    rows = [{**row, "aliases": set(row["aliases"].split("|")) - {""}} for row in table.read(hand)]
    return table.write(HEAD, COLUMNS, rows)
