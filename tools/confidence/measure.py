#!/usr/bin/env python3
"""Measure how often each attribution rule is right, and write the figures into the table of rules.

    measure.py --pair gold.jsonl system.jsonl [--pair …] [--update src/attribution/rules.rs]

`system.jsonl` is the output of the `jsonl` example for the articles of `gold.jsonl`. A gold line has an `id`, the `text`
(or is given by the system's line of the same id) and its quotes, as `quotes` with `content` and `mention`, or as
`attributions` with `content` and `source`; spans are UTF-8 bytes, `[start, end]` or `{"start": …, "end": …}`.

A quote is right where a gold quote has the same marked words (or, where nothing is marked, the same content), at least 80 %
of the words both ways, and the last word of its mention stands in the gold mention. A quote without a mention needs only
its words. Few quotes say little: the figure is (right + 1) / (quotes + 2).
"""
import argparse, collections, json, re

WORD = re.compile(r"[^\W_]+")
MARKED = re.compile("“[^”\n]+|\"[^\"\n]+\"?")
OVERLAP = 0.8


def spans(value):
    if not value:
        return []
    if isinstance(value, dict) or not isinstance(value[0], (list, dict)):
        value = [value]
    return [(s["start"], s["end"]) if isinstance(s, dict) else tuple(s) for s in value]


def words(parts, starts):
    return frozenset(at for at in starts if any(s <= at < e for s, e in parts))


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def same(a, b):
    shared = len(a & b)
    return shared > 0 and shared >= OVERLAP * len(a) and shared >= OVERLAP * len(b)


def byte_spans(pattern, text):
    """Where the pattern matches, in UTF-8 bytes. A stretch in marks is one between two straight ones, or from “ to ”."""
    to_byte = [0]
    for sign in text:
        to_byte.append(to_byte[-1] + len(sign.encode()))
    return [(to_byte[m.start()], to_byte[m.end()]) for m in pattern.finditer(text)]


def judged(gold, system, text):
    """For each quote of the system its rule, and whether it is right."""
    starts = [start for start, _ in byte_spans(WORD, text)]
    inside = words(byte_spans(MARKED, text), starts)
    wanted = []
    for quote in gold.get("quotes") or gold.get("attributions") or []:
        wanted.append((words(spans(quote["content"]), starts), words(spans(quote.get("mention") or quote.get("source")), starts)))
    for quote in system["quotes"]:
        content = words(spans(quote["content"]), starts)
        mention = sorted(words(spans(quote["attribution"]["mention"]), starts))
        fits = lambda other: same(content & inside, other & inside) if content & inside else same(content, other)
        found = [who for other, who in wanted if fits(other)]
        right = any(not mention or not who or mention[-1] in who for who in found)
        yield quote["attribution"]["rule"], right


def measure(pairs):
    counts = collections.defaultdict(lambda: [0, 0])
    for gold_path, system_path in pairs:
        gold = {line["id"]: line for line in lines(gold_path)}
        for system in lines(system_path):
            answer = gold[system["id"]]
            text = answer.get("text") or system.get("text")
            for rule, right in judged(answer, system, text):
                counts[rule][0] += 1
                counts[rule][1] += right
    return counts


def camel(rule):
    return "".join(part.capitalize() for part in rule.split("_"))


def update(path, figures):
    source = open(path, encoding="utf-8").read()
    for rule, figure in figures.items():
        name = camel(rule)
        source = re.sub(rf'(\n    {name}: ".*", [^"]+, )[0-9.]+(, ")', rf"\g<1>{figure}\2", source)
        source = re.sub(rf"(\n    {name}, )[0-9.]+;", rf"\g<1>{figure};", source)
    open(path, "w", encoding="utf-8").write(source)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pair", nargs=2, action="append", required=True, metavar=("GOLD", "SYSTEM"))
    parser.add_argument("--update", metavar="RULES")
    options = parser.parse_args()
    counts = measure(options.pair)
    figures = {rule: f"{(right + 1) / (number + 2):.2f}" for rule, (number, right) in counts.items()}
    for rule, (number, right) in sorted(counts.items(), key=lambda item: -item[1][0]):
        print(f"{rule:28} {right:5} of {number:5}  {figures[rule]}")
    if options.update:
        update(options.update, figures)


main()
