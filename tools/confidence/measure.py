#!/usr/bin/env python3
"""Measure how often each rule and each sieve is right, write the figures into their tables, and show whether confidence holds.

    measure.py --pair gold.jsonl system.jsonl [--pair …] [--update src]

`system.jsonl` is what `jsonl --sieves` writes for the articles of `gold.jsonl`. A gold line has an `id`, the `text` (or
the system's line of the same id has it) and its quotes, as `quotes` with `content` and `mention`, or as `attributions` with
`content` and `source`; spans are UTF-8 bytes, `[start, end]` or `{"start": …, "end": …}`. Where its quotes have a `speaker`,
the name or null, resolution is judged too.

attributed   a gold quote has the same marked words (or, where nothing is marked, the same content), at least 80 % of the
             words both ways, and the last word of the mention stands in the gold mention; a quote without a mention needs
             only its words
resolved     of those attributed, where gold has resolved speakers: the name has the same words, of a person all of them,
             or there is no speaker and gold has none either

The figure of a rule is the share of its quotes that are attributed, that of a sieve the share of those attributed that are
resolved; confidence is their product. Few quotes say little: a figure begins at that of all quotes, worth four quotes, and
each further corpus draws it to its own share, with what was known before worth twenty. So the last corpus should be the one
whose annotators understand quotes as the crate does.

The reliability tables hold confidence against what it promises: in each bucket the mean confidence and the share that is
attributed and resolved, or attributed where the corpus has no speakers. The figures for each half of the articles come from
the other half, so that no quote vouches for itself.
"""
import argparse, bisect, collections, json, os, re

WORD = re.compile(r"[^\W_]+")
MARKED = re.compile("“[^”\n]+|\"[^\"\n]+\"?")
HONORIFIC = set("mr mrs ms miss mx dr sir lord lady dame sen rep gov gen president prime minister senator professor judge king queen "
                "prince princess pope the a an jr sr s".split())
OVERLAP = 0.8
ALL, BEFORE = 4, 20

Judged = collections.namedtuple("Judged", "half rule sieve attributed resolved")


def spans(value):
    if not value:
        return []
    if isinstance(value, dict) or not isinstance(value[0], (list, dict)):
        value = [value]
    return [(s["start"], s["end"]) if isinstance(s, dict) else tuple(s) for s in value]


def words(parts, starts):
    return frozenset(at for s, e in parts for at in starts[bisect.bisect_left(starts, s):bisect.bisect_left(starts, e)])


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def same(a, b):
    shared = len(a & b)
    return shared > 0 and shared >= OVERLAP * len(a) and shared >= OVERLAP * len(b)


def name(text):
    found = [word for word in WORD.findall(text.lower().replace(".", "")) if len(word) > 1]
    return set(found) - HONORIFIC or set(found)


def same_speaker(gold, speaker):
    """Whether gold, a quote with a `speaker`, and the system's speaker are the same, or both nobody."""
    if gold["speaker"] is None or speaker is None:
        return gold["speaker"] is None and speaker is None
    a, b = name(gold["speaker"]), name(speaker["name"]["text"])
    return a == b or gold.get("type") != "person" and 2 * len(a & b) >= len(a | b)


def byte_spans(pattern, text):
    """Where the pattern matches, in UTF-8 bytes. A stretch in marks is one between two straight ones, or from “ to ”."""
    to_byte = [0]
    for sign in text:
        to_byte.append(to_byte[-1] + len(sign.encode()))
    return [(to_byte[m.start()], to_byte[m.end()]) for m in pattern.finditer(text)]


def judged(half, gold, system, text):
    starts = [start for start, _ in byte_spans(WORD, text)]
    inside = words(byte_spans(MARKED, text), starts)
    wanted = []
    for quote in gold.get("quotes") or gold.get("attributions") or []:
        mention = words(spans(quote.get("mention") or quote.get("source")), starts)
        wanted.append((words(spans(quote["content"]), starts), mention, quote))
    for quote, sieve in zip(system["quotes"], system["sieves"]):
        content = words(spans(quote["content"]), starts)
        mention = sorted(words(spans(quote["attribution"]["mention"]), starts))
        fits = lambda other: same(content & inside, other & inside) if content & inside else same(content, other)
        found = [gold for other, who, gold in wanted if fits(other) and (not mention or not who or mention[-1] in who)]
        resolved = None
        if any("speaker" in gold for gold in found):
            resolved = any(same_speaker(gold, quote["speaker"]) for gold in found)
        yield Judged(half, quote["attribution"]["rule"], sieve, bool(found), resolved)


def measure(gold_path, system_path):
    """The judged quotes of a corpus."""
    gold = {line["id"]: line for line in lines(gold_path)}
    for number, system in enumerate(lines(system_path)):
        answer = gold[system["id"]]
        yield from judged(number % 2, answer, system, answer.get("text") or system.get("text") or "")


def shares(corpora):
    """`{key: (right, number, figure)}` of the `(key, right)` pairs of each corpus."""
    every = [right for corpus in corpora for _, right in corpus]
    mean = sum(every) / max(1, len(every))
    counts = collections.defaultdict(lambda: (0, 0, mean))
    for corpus in corpora:
        own = collections.defaultdict(lambda: [0, 0])
        for key, right in corpus:
            own[key][0] += right
            own[key][1] += 1
        for key, (right, number) in own.items():
            weight = BEFORE if key in counts else ALL
            before = counts[key]
            counts[key] = (before[0] + right, before[1] + number, (right + weight * before[2]) / (number + weight))
    return counts


def figures(corpora):
    """Those of the rules and those of the sieves."""
    rules = shares([[(quote.rule, quote.attributed) for quote in corpus] for corpus in corpora])
    resolved = [[(quote.sieve, quote.resolved) for quote in corpus if quote.resolved is not None] for corpus in corpora]
    sieves = shares([[(sieve, right) for sieve, right in corpus if sieve] for corpus in resolved])
    return rules, sieves


def show(title, counts):
    print(title)
    for key, (right, number, figure) in sorted(counts.items(), key=lambda item: -item[1][1]):
        print(f"  {key:28} {right:5} of {number:5}  {figure:.2f}")


def reliability(title, quotes):
    """`quotes` as `(promised, right)`."""
    print(f"{title}\n  {'confidence':11} {'quotes':>6} {'mean':>6} {'right':>6}")
    error = 0
    for low, high in zip((0, 30, 40, 50, 60, 70, 80, 90), (30, 40, 50, 60, 70, 80, 90, 101)):
        bucket = [(promised, right) for promised, right in quotes if low <= 100 * promised < high]
        if bucket:
            mean, right = (sum(part) / len(bucket) for part in zip(*bucket))
            error += abs(mean - right) * len(bucket) / len(quotes)
            print(f"  {low / 100:.2f}–{min(high, 100) / 100:.2f}   {len(bucket):6} {mean:6.2f} {right:6.2f}")
    mean, right = (sum(part) / len(quotes) for part in zip(*quotes))
    print(f"  {'all':11} {len(quotes):6} {mean:6.2f} {right:6.2f}   expected calibration error {error:.3f}")


def hold(name, corpus, halves):
    """Shows the reliability of a corpus; `halves` are the figures to use for each half of its articles."""
    attributed = [(halves[quote.half][0][quote.rule][2], quote.attributed) for quote in corpus]
    reliability(f"{name}: rule against attributed", attributed)
    if any(quote.resolved is not None for quote in corpus):
        sure = lambda rules, sieves, quote: rules[quote.rule][2] * (sieves[quote.sieve][2] if quote.sieve else 1)
        both = [(sure(*halves[quote.half], quote), quote.attributed and bool(quote.resolved)) for quote in corpus]
        reliability(f"{name}: rule and sieve against attributed and resolved", both)


def camel(word):
    return "".join(part.capitalize() for part in word.split("_"))


def update(source, rules, sieves):
    def rewrite(path, patterns):
        path = os.path.join(source, path)
        text = open(path, encoding="utf-8").read()
        for pattern, figure in patterns:
            text = re.sub(pattern, rf"\g<1>{figure:.2f}\g<2>", text)
        open(path, "w", encoding="utf-8").write(text)

    each = [(camel(rule), figure) for rule, (_, _, figure) in rules.items()]
    rewrite("attribution/rules.rs", [(rf'(\n    {rule}: ".*", [^"]+, )[0-9.]+(, ")', figure) for rule, figure in each]
            + [(rf"(\n    {rule}, )[0-9.]+(;)", figure) for rule, figure in each])
    rewrite("speaker/sieve.rs", [(rf"(Sieve::{camel(sieve)} => )[0-9.]+(,)", figure) for sieve, (_, _, figure) in sieves.items()])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pair", nargs=2, action="append", required=True, metavar=("GOLD", "SYSTEM"))
    parser.add_argument("--update", metavar="SOURCE", help="where the tables of rules and sieves stand: src")
    options = parser.parse_args()
    corpora = [list(measure(*pair)) for pair in options.pair]
    rules, sieves = figures(corpora)
    show("rules: attributed", rules)
    show("sieves: resolved, of those attributed", sieves)
    halves = [figures([[quote for quote in corpus if quote.half != half] for corpus in corpora]) for half in (0, 1)]
    for (gold, _), corpus in zip(options.pair, corpora):
        hold(os.path.basename(gold), corpus, halves)
    if options.update:
        update(options.update, rules, sieves)


main()
