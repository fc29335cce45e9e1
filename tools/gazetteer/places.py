"""places.tsv: cities, countries, first-order divisions, and what else newsrooms name."""

import re
from collections import defaultdict

import table
from sources import SOURCES

COLUMNS = ["name", "aliases", "id", "country", "population", "sort", "also"]
HEAD = [
    "Places: cities of 15,000 people or more, countries, first-order divisions, seas, rivers, regions.",
    "Made by tools/gazetteer/build.py; mend the hand-made tables there, not this file.",
    SOURCES["geonames"].head(), SOURCES["cldr-territories"].head(), SOURCES["cldr-subdivisions"].head(),
    SOURCES["us"].head(), "Source: hand-made tables of the project (variants, regions, seas; 2026-11).",
    "sort: country, region (first-order division), city, area (any other).",
    "also: the name is a personal name, or a common word, too, and needs a hint that the place is meant.",
]
DIRECTION = re.compile(r"((North|South|East|West|Central|Eastern|Western|Northern|Southern|Capital|Centre|Center|Mid)[ -]?)+"
                       r"(District|Region|Province|Department|State)?", re.I)
COMMON_ENOUGH = 15  # uses of a word in WordNet's tagged texts from which a city of its name is noise
BIG = 250_000  # people from which a city is kept all the same
NOISE = re.compile(r"\d|[(/,&]|\b(Kreis|Estate|Colonia|Fraccionamiento|Barrio|Urbanizacion|Sector|Zona|Quarter)\b", re.I)
GIVEN_ENOUGH = 3000  # bearers of a given name (US) from which a place of that name is also a person
FAMILY_RANK = 6000  # rank of a family name (US) down to which it is also a person


# Quarters and towns whose name in the news is nearly always a person, a company or a word.
LEFT_OUT = {("Kennedy", "CO"), ("Honda", "CO"), ("Monsanto", "PT"), ("Annex", "CA"), ("Country Club", "US"), ("Ig", "SI"),
            ("Latina", "ES"), ("Gore", "NZ"), ("Enterprise", "US"), ("Reagan", "US"), ("Trump", "US"), ("Salman", "TR")}
SMALL_TOWNS = {"UA", "IL", "PS", "LB", "SY", "IQ", "YE", "AF", "SD", "SS"}  # named in war news: from 5,000 people on


def build(packages, hand, words, persons):
    """The text of places.tsv. `words`: use counts of common words; `persons`: personal names in lower case."""
    rows = [*countries(packages, hand), *areas(hand), *cities(packages, words)]
    unused = respell(packages, hand, {row["id"]: row for row in rows if row["sort"] == "city"})
    taken = {(table.folded(row["name"]), row["country"]) for row in rows if row["sort"] in ("area", "country")}
    rows += [row for row in regions(packages) if (table.folded(row["name"]), row["country"]) not in taken]
    for row in rows:
        row["aliases"] = {table.clean(alias) for alias in row["aliases"]} - {"", row["name"]}
        row["also"] = also(row, words, persons)
    return table.write(HEAD, COLUMNS, rows), unused


def respell(packages, hand, by_id):
    """Gives cities the spellings of place_variants.tsv; returns the lines that fit no city."""
    spelt = defaultdict(list)
    for city in gazetted(packages):
        key = f"geonames:{city['geonameid']}"
        if key in by_id:
            for name in {city["name"], *city["alternatenames"]}:
                spelt[plain(name), city["countrycode"]].append((city["population"], key))
    unused = []
    for line in table.read(hand / "place_variants.tsv"):
        names = [line["name"], *line["aliases"].split("|")]
        exact = [(row["population"], key) for key, row in by_id.items()
                 if row["country"] == line["country"] and row["name"] in names]
        found = max(exact or [hit for name in names for hit in spelt[plain(name), line["country"]]], default=None)
        if not found:
            unused.append(line["name"])
            continue
        row = by_id[found[1]]
        row["aliases"] = {*row["aliases"], row["name"], *names}
        row["name"] = table.clean(line["name"])
    return unused


def plain(name):
    return re.sub(r"[^a-z]", "", table.folded(table.clean(name)))


def countries(packages, hand):
    names = packages.json("cldr-territories", "main/en/territories.json")
    names = names["main"]["en"]["localeDisplayNames"]["territories"]
    own = {row["country"]: row for row in table.read(hand / "countries.tsv")}
    for code, country in packages.json("geonames", "data/countries.json").items():
        if code in ("AN", "CS", "UM"):
            continue
        mine = own.get(code, {"name": names.get(code, country["name"]), "aliases": ""})
        aliases = set(mine["aliases"].split("|")) | {country["name"]}
        aliases |= {text for key, text in names.items() if key == code or key.startswith(code + "-alt")}
        aliases |= {alias.replace("&", "and") for alias in aliases}
        aliases = {table.clean(a.replace("St.", "Saint")) for a in aliases} | {table.clean(a) for a in aliases}
        aliases = {alias for alias in aliases if not re.search(r"[(&]", alias)}
        name = table.clean(mine["name"]).replace("&", "and").replace("St.", "Saint")
        yield {"name": name, "aliases": aliases, "id": f"geonames:{country['geonameid']}", "country": code,
               "population": country["population"], "sort": "country"}


def areas(hand):
    for row in table.read(hand / "more_places.tsv"):
        yield {**row, "aliases": row["aliases"].split("|"), "sort": "area",
               "population": row["population"] if row["population"] != "0" else ""}


def cities(packages, words):
    capitals = {(c["capital"], code) for code, c in packages.json("geonames", "data/countries.json").items()}
    best = {}
    for city in gazetted(packages):
        name = table.clean(city["name"])
        if (name, city["countrycode"]) in LEFT_OUT or NOISE.search(name) or is_noise(name, city["population"], words):
            continue
        key = (name, city["countrycode"], city["admin1code"])
        if key not in best or best[key]["population"] < city["population"]:
            best[key] = {"name": name, "aliases": saints(name, city["countrycode"]),
                         "id": f"geonames:{city['geonameid']}", "country": city["countrycode"],
                         "population": max(city["population"], 1),
                         "sort": "capital" if (city["name"], city["countrycode"]) in capitals else "city"}
    strongest = {}
    for row in best.values():
        strongest.setdefault((row["name"], row["country"]), []).append(row)
    for rows in strongest.values():  # of several cities of one name in one country, the three largest
        rows.sort(key=lambda row: (-row["population"], row["id"]))
        for row in rows[:3]:
            yield {**row, "sort": "city"}


def gazetted(packages):
    """Cities of 15,000 people or more everywhere, and smaller ones of some countries."""
    yield from packages.json("geonames", "data/cities15000.json").values()
    for city in packages.json("geonames", "data/cities5000.json").values():
        if city["countrycode"] in SMALL_TOWNS:
            yield city


def is_noise(name, population, words):
    """Whether a city's name is far more often a word: a common one, or any in the table of function words."""
    uses = words.get(table.folded(name).replace("'", ""), 0)
    return population < BIG and uses >= COMMON_ENOUGH or len(name) < 2


def saints(name, country):
    """`St. Albans` for `Saint Albans`, and the other way round, where English is spoken."""
    if country not in ("US", "GB", "CA", "AU", "NZ", "IE"):
        return []
    bare = re.sub(r"^(Saint|St\.?) ", "", name)
    return [] if bare == name else [f"St. {bare}", f"St {bare}", f"Saint {bare}"]


def regions(packages):
    names = packages.json("cldr-subdivisions", "subdivisions/en/en.json")
    names = names["subdivisions"]["localeDisplayNames"]["subdivisions"]
    short = ap_abbreviations(packages)
    ids = {code: state["geonameid"] for code, state in packages.json("geonames", "data/us_states.json").items()}
    for code, name in names.items():
        country, part = code[:2].upper(), code[2:].upper()
        if not code[:2].isalpha() or NOISE.search(name) or DIRECTION.fullmatch(name) or (country == "US" and part not in ids):
            continue
        aliases = {short.get(part, ""), part} if country == "US" else set()
        number = ids.get(part) if country == "US" else None
        yield {"name": table.clean(name.replace("&", "and")), "aliases": aliases, "country": country,
               "id": f"geonames:{number}" if number else f"iso3166-2:{country}-{part}",
               "population": "", "sort": "state" if country == "US" else "region"}


def ap_abbreviations(packages):
    """Postal code to the abbreviation of the AP stylebook: `CA` to `Calif.`"""
    text = packages.read("us", "us/states.py").decode()
    found = {}
    for block in re.findall(r"State\(\s*\*\*\{(.*?)\}\s*\)", text, re.S):
        fields = dict(re.findall(r'"(\w+)":\s*"([^"]*)"', block))
        if fields.get("ap_abbr") and fields.get("abbr"):
            found[fields["abbr"]] = fields["ap_abbr"]
    return found


def also(row, words, persons):
    if " " in row["name"]:
        return ""
    name = table.folded(row["name"])
    if words.get(name, 0) > 0 and row["sort"] != "country":
        return "word"
    return "name" if name in persons else ""
