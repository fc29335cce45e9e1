"""people.tsv: the hand-made list, and heads of state and government from the World Factbook."""

import html
import json
import re

import table
from sources import SOURCES

COLUMNS = ["name", "aliases", "title", "country", "sex", "as_of"]
HEAD = [
    "People in office, with office, country and the last year in which the office is known to be theirs.",
    "Made by tools/gazetteer/build.py; mend tools/gazetteer/hand/people.tsv, not this file.",
    SOURCES["factbook"].head(), "Source: hand-made list of the project (2026-11).",
]
FACTBOOK_YEAR = "2026"
TITLE_WORDS = set("""President Prime Minister King Queen Emperor Sultan Amir Emir Prince Princess Grand Duke Chancellor
    Premier Governor General Governor-General Acting Interim Caretaker Vice Supreme Leader Taoiseach Chairman Chairperson
    Federal Council of the and Transition Transitional Chief Executive High Commissioner Lieutenant Captain Regent
    Administrator State Presidency Ministers Crown Co-prince First Government Head Sovereign Republic Military Pope
    Confederation Swiss Sheikh Deputy""".split())
RANKS = set("Sr. Gen. Brig. Lt. Col. Maj. Dr. Sir Dame Ratu Adm. Hon. Field Marshal Ret. (Ret.) CNSP GNU UK Sh.".split())
PARTS = re.compile(r";|<br>|, represented by|\brepresented by\b")
NAME = re.compile(r"^[^\W\d_][\w.'’\"-]*$")


def build(packages, hand):
    """The text of people.tsv."""
    rows = {row["name"]: {**row, "aliases": set(row["aliases"].split("|")) - {""}} for row in table.read(hand)}
    spelt = {table.folded(name): key for key, row in rows.items() for name in [key, *row["aliases"]]}
    for office in office_holders(packages):
        names = [office["name"], *office["aliases"]]
        known = next((spelt[table.folded(name)] for name in names if table.folded(name) in spelt), None)
        known = known or same_person(rows, office)
        if known:
            kept = {name for name in names if same_country(rows[known], office)}
            rows[known]["aliases"] |= kept - {known} if len(kept) < 5 else set()
        else:
            rows[office["name"]] = office
            spelt.update({table.folded(name): office["name"] for name in names})
    return table.write(HEAD, COLUMNS, rows.values())


def same_country(row, office):
    return row["country"] == office["country"]


def same_person(rows, office):
    """The entry of the same country, office and last word of the name: another spelling of the first names."""
    last = table.folded(office["name"].split()[-1])
    for name, row in rows.items():
        if same_country(row, office) and row["title"] == office["title"] and table.folded(name.split()[-1]) == last:
            return name
    return None


def office_holders(packages):
    """Rows, those of populous countries first, so that a king is not listed under a dependent territory."""
    countries = packages.json("geonames", "data/countries.json").values()
    by_fips = {country["fips"].lower(): country for country in countries if country["fips"]}
    found = []
    for path, content in packages.each("factbook", "/data/", ".json"):
        country = by_fips.get(path.split("/")[-1][:2])
        branch = json.loads(content).get("Government", {}).get("Executive branch", {})
        for office in ("chief of state", "head of government"):
            text = branch.get(office, {}).get("text", "") if isinstance(branch.get(office), dict) else ""
            if country:
                found += [(country["population"], path, row) for row in holders(text, country["iso"])]
    return [row for _, _, row in sorted(found, key=lambda item: (-item[0], item[1], item[2]["name"]))]


def holders(text, country):
    for part in PARTS.split(html.unescape(text)):
        part = re.sub(r"<[^>]+>", " ", part)
        part = re.sub(r"President of China", "President", part)
        words = re.split(r"\(since|\(vacant|, also|\bof Denmark|\bof the Netherlands", part)[0].split()
        row = holder(words, country)
        if row:
            yield row


def holder(words, country):
    at = 0
    while at < len(words) and words[at].strip(",") in TITLE_WORDS:
        at += 1
    title = " ".join(words[:at]).lower().replace("amir", "emir").strip(", ")
    words = [word for word in words[at:] if word not in RANKS]
    if not title or title.endswith((" of", " the")) or not words or not all(NAME.match(word) for word in words):
        return None
    shouted = [i for i, word in enumerate(words) if sum(ch.isupper() for ch in word) > 1 and word.upper() == word and "." not in word]
    if not shouted:
        return None
    full = " ".join(proper(word, i) if i in shouted else word for i, word in enumerate(words)).replace('"', "")
    first, last = shouted[0], shouted[-1]
    family = " ".join(proper(word, first + i) for i, word in enumerate(words[first:last + 1]))
    name = full if first == 0 else f"{words[0]} {family}"
    aliases = {full, f"{words[0]} {words[1]} {family}" if first > 2 else full} - {name}
    if title.split()[0] in ("king", "queen", "emperor", "sultan", "pope", "prince", "grand", "emir"):
        style = "Grand Duke" if title.startswith("grand") else title.split()[0].capitalize()
        aliases |= {f"{style} {family}"} if first == 0 else set()
        if " " not in name:
            name = f"{style} {name}"
            aliases = set()
    if " " not in name:
        return None
    return {"name": table.clean(name), "aliases": {table.clean(alias) for alias in aliases} - {table.clean(name)},
            "title": title, "country": country, "as_of": FACTBOOK_YEAR, "sex": ""}


def proper(word, at):
    """`LOURENCO` to `Lourenco`, `DIAZ-CANEL` to `Diaz-Canel`; `III` as it is, where it is not the first word."""
    if at > 0 and re.fullmatch(r"[IVX]+", word):
        return word
    if word == "BIN":
        return "bin"
    word = re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), word)
    return re.sub(r"\bMc([a-z])", lambda m: "Mc" + m[1].upper(), word)
