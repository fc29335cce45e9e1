"""given_names.tsv and family_names.tsv: evidence that a capitalised word belongs to a person."""

import ast
import io
from collections import Counter, defaultdict

import table
from sources import SOURCES

GIVEN_HEAD = [
    "Given names with the sex of most bearers: f, m, or fm where both are usual.",
    "Made by tools/gazetteer/build.py.",
    SOURCES["babynames"].head(), SOURCES["faker"].head(),
]
FAMILY_HEAD = [
    "Family names.",
    "Made by tools/gazetteer/build.py.",
    SOURCES["names"].head(), SOURCES["faker"].head(),
]
BEARERS = 1500  # from which a US given name is taken
FAMILY_TOP = 12000  # ranks of US family names that are taken
ONE_SEX = 0.93  # share from which a name counts as of one sex only


def us_given(packages):
    """name: [female, male] bearers in the United States since 1930."""
    import pandas
    frame = pandas.read_parquet(io.BytesIO(packages.read("babynames", "babynames.parquet")), engine="fastparquet")
    frame = frame[frame["year"] >= 1930]
    sums = frame.groupby(["name", "sex"])["n"].sum()
    found = defaultdict(lambda: [0, 0])
    for (name, sex), bearers in sums.items():
        found[name.lower()][sex == "M"] += int(bearers)
    return found


def faker_names(packages):
    """(kind, name) from the person providers: kind `f`, `m`, `fm` or `family`; Latin script only."""
    lists = {"first_names_female": "f", "first_names_male": "m", "first_names": "fm", "first_names_nonbinary": "fm",
             "last_names": "family", "last_names_male": "family", "last_names_female": "family", "surnames": "family"}
    for _, source in packages.each("faker", "providers/person/", "__init__.py"):
        for node in ast.walk(ast.parse(source.decode())):
            target = node.targets[0] if isinstance(node, ast.Assign) else None
            kind = lists.get(getattr(target, "id", None))
            if kind is None:
                continue
            for item in ast.walk(node.value):
                if isinstance(item, ast.Constant) and isinstance(item.value, str):
                    yield kind, item.value


def latin(name):
    letters = name.replace("-", "").replace("'", "")
    return letters.isalpha() and table.folded(letters).isascii() and name[0].isupper() and 2 < len(name) < 20


def given(packages):
    sexes = {}
    foreign = defaultdict(set)
    for kind, name in faker_names(packages):
        if kind != "family" and latin(name):
            foreign[table.small(name)].add(kind)
    for name, kinds in foreign.items():
        kinds = kinds - {"fm"} or kinds
        sexes[name] = "fm" if len(kinds) > 1 else kinds.pop()
    for name, (women, men) in us_given(packages).items():
        if women + men >= BEARERS and len(name) > 2:
            share = women / (women + men)
            sexes[name] = "f" if share > ONE_SEX else "m" if share < 1 - ONE_SEX else "fm"
    return table.write(GIVEN_HEAD, ["name", "sex"], [{"name": n, "sex": s} for n, s in sexes.items()])


def us_family(packages):
    """Family names by falling frequency."""
    for line in packages.read("names", "dist.all.last").decode().splitlines():
        yield line.split()[0].lower()


def family(packages):
    found = set()
    for rank, name in enumerate(us_family(packages)):
        if rank < FAMILY_TOP and len(name) > 2:
            found.add(name)
    found |= {table.small(name) for kind, name in faker_names(packages) if kind == "family" and latin(name)}
    return table.write(FAMILY_HEAD, ["name"], [{"name": name} for name in found])


def persons(packages):
    """Names so usual for persons that a place of the name needs a hint."""
    from places import FAMILY_RANK, GIVEN_ENOUGH
    usual = {name for name, bearers in us_given(packages).items() if sum(bearers) >= GIVEN_ENOUGH}
    usual |= {name for rank, name in enumerate(us_family(packages)) if rank < FAMILY_RANK}
    return {table.folded(name) for name in usual}
