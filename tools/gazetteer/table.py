"""Writes a table: comment lines, header, sorted rows, NFC, aliases joined by `|`."""

import unicodedata


def clean(text):
    """NFC, straight apostrophes, single spaces."""
    text = unicodedata.normalize("NFC", text).replace("’", "'").replace("‘", "'").replace("ʼ", "'").replace("`", "'")
    return " ".join(text.split())


def small(name):
    """A name in small letters, as the lexicon keeps words: the Turkish dotted capital becomes a plain `i`."""
    return clean(name).lower().replace("i\u0307", "i")


def folded(text):
    """Lower case without diacritics: how two spellings are compared."""
    text = unicodedata.normalize("NFKD", text.lower())
    return "".join(ch for ch in text if not unicodedata.combining(ch))


def read(path):
    """The rows of a hand-made table as dicts."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")]
    columns = lines[0].split("\t")
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) > len(columns):
            raise SystemExit(f"{path}: {line!r} has {len(cells)} cells under {len(columns)} columns")
        yield dict(zip(columns, cells + [""] * (len(columns) - len(cells))))


def write(comments, columns, rows):
    """The text of a table; rows are dicts, sorted here by their cells in order."""
    lines = sorted({"\t".join(cell(row.get(column, "")) for column in columns).rstrip("\t") for row in rows},
                   key=lambda line: line.split("\t"))
    return "\n".join([*(f"# {line}".rstrip() if not line.startswith("#") else line for line in comments),
                      "\t".join(columns), *lines]) + "\n"


def cell(value):
    if isinstance(value, (list, tuple, set)):
        value = "|".join(sorted({clean(part) for part in value}))
    return clean(str(value))
