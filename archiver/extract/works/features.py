"""What the tagger looks at: of each word its letters, its neighbours, its segment and what rules say of it."""

import re
from collections.abc import Sequence
from functools import lru_cache

from archiver.extract.works import words as lists
from archiver.extract.works.labels import Label
from archiver.extract.works.landmarks import between
from archiver.extract.works.tokens import Token, bracketed, quotations, quoted, segments

_LISTS = tuple(
    (name, frozenset(words))
    for name, words in (
        ("month", lists.MONTHS),
        ("accessed", lists.ACCESSED),
        ("ed", lists.EDITORS),
        ("press", lists.PUBLISHERS),
        ("journal", lists.PERIODICALS),
        ("body", lists.ORGANISATIONS),
        ("place", lists.PLACES),
        ("given", lists.GIVEN),
        ("genre", lists.GENRES),
        ("signal", lists.SIGNALS),
        ("in", lists.IN),
        ("east", lists.FAMILY_FIRST),
        ("von", lists.PARTICLES),
        ("edition", lists.EDITIONS),
        ("series", lists.SERIES),
        ("house", lists.HOUSES),
        ("town", lists.TOWNS),
    )
)
_KINDS: dict[str, list[str]] = {}
for _name, _words in _LISTS:
    for _word in _words:
        _KINDS.setdefault(_word, []).append(_name)
_YEAR = re.compile(r"(?:1[4-9]|20)\d\d[a-z]?")
_ADDRESS = re.compile(r"https?:|www\.|doi|10\.\d{4}", re.IGNORECASE)
_DIGITS = 5  # in a row; more say no more
_WORD = 4  # letters of a word of which the ends are looked at
_LETTERS = 12  # words of a long segment
_NAME = 4  # words of a segment of which the whole outline is looked at: a name has no more
_NEAR = 6  # words after which a distance is far


@lru_cache(maxsize=4096)
def shape(word: str) -> str:
    """A word's outline: large and small letters, digits, punctuation; runs are short.

    >>> shape("Ek,"), shape("2019."), shape("12(3):"), shape("J.-P."), shape("https://a.example/")
    ('Xx,', '9999.', '99(9):', 'X.-X.', 'URL')
    """
    if _ADDRESS.match(word.lstrip("<([")):
        return "URL"
    made: list[str] = []
    for char in word[:24]:
        kind = "9" if char.isdigit() else ("X" if char.isupper() else "x") if char.isalpha() else char
        if made and kind == "x" == made[-1]:
            continue
        if len(made) > 1 and kind == "X" == made[-1] == made[-2]:
            continue
        if len(made) >= _DIGITS and kind == "9" and made[-_DIGITS:] == ["9"] * _DIGITS:
            continue
        made.append(kind)
    return "".join(made)


Facts = tuple[list[str], list[str], list[str]]  # of a word; those in the middle are shared by its segment


def features(text: str, tokens: Sequence[Token], ruled: Sequence[Label] | None) -> list[list[str]]:
    """For each word what is so of it. `ruled` is what rules made of the words, where they are asked."""
    return [[*before, *shared, *after] for before, shared, after in grouped(text, tokens, ruled)]


def grouped(text: str, tokens: Sequence[Token], ruled: Sequence[Label] | None) -> list[Facts]:
    """The same, with what is so of a whole segment in one list that all its words have."""
    n = len(tokens)
    bare = [lists.bare(token.text) for token in tokens]
    shapes = [shape(token.text) for token in tokens]
    places = quotations(text)
    quotes = quoted(tokens, places)
    inside = bracketed(tokens)
    parts = segments(tokens, quotes)
    spans = _spans(parts)
    about = [_segment(tokens, bare, shapes, start, end, n) for start, end in spans]
    mixes = [next(fact for fact in facts if fact.startswith("kk=")) for facts in about]
    marks = between(tokens, bare, quotes, parts)
    years = [bool(_YEAR.fullmatch(word)) for word in bare]
    first_year = years.index(True) if True in years else n
    overall = [
        f"q={min(len(places), 2)}",
        f"url={any(kind == 'URL' for kind in shapes)}",
        f"y1={'none' if first_year == n else 'early' if first_year < n / 3 else 'late'}",
        f"n={min(n // 8, 5)}",
    ]
    shared = [_of_segment(tokens, bare, spans, about, number) for number in range(len(spans))]
    for number, facts in enumerate(shared):
        facts += [f"o={fact}|{min(number, 5)}" for fact in overall]
    found: list[Facts] = []
    seen_year = False
    first_quote_end = max((at for at, number in enumerate(quotes) if number == 1), default=-1)
    for at, token in enumerate(tokens):
        word, outline, raw = bare[at], shapes[at], token.text
        before, after = bare[at - 1] if at else "^", bare[at + 1] if at + 1 < n else "$"
        number, (start, end) = parts[at], spans[parts[at]]
        mine = [
            "b",
            f"w={word}",
            f"s={outline}",
            f"f={raw[0]}",
            f"l={raw[-1]}",
            f"l2={raw[-2:] if not raw[-2:].isalnum() else ''}",
        ]
        if len(word) >= _WORD and word.isalpha():
            mine += [f"p3={word[:3]}", f"x3={word[-3:]}", f"x4={word[-4:]}"]
        kinds = _KINDS.get(word, ())
        mine += [f"k={kind}" for kind in kinds]
        prev_shape, next_shape = shapes[at - 1] if at else "^", shapes[at + 1] if at + 1 < n else "$"
        mine += [
            f"w-={before}", f"w+={after}", f"s-={prev_shape}", f"s+={next_shape}",
            f"s-s={prev_shape}|{outline}", f"ss+={outline}|{next_shape}", f"sss={prev_shape}|{outline}|{next_shape}",
            f"w-w={before}|{word}", f"ww+={word}|{after}",
            f"w--={bare[at - 2] if at > 1 else '^'}", f"w++={bare[at + 2] if at + 2 < n else '$'}",
            f"s--={shapes[at - 2] if at > 1 else '^'}", f"s++={shapes[at + 2] if at + 2 < n else '$'}",
        ]  # fmt: skip
        mine += [f"k-={kind}" for kind in _KINDS.get(before, ())] + [
            f"k+={kind}" for kind in _KINDS.get(after, ())
        ]
        quote = quotes[at]
        state = "out" if not quote else f"in{min(quote, 2)}"
        gap = "" if first_quote_end < 0 or at <= first_quote_end else f"{min(at - first_quote_end, _NEAR)}"
        mine += [
            f"quote={state}",
            f"gap={gap}",
            f"par={inside[at]}|{outline}",
            f"q={state}|{number - parts[first_quote_end] if gap else ''}",
        ]
        mine += [
            f"pos={at * 10 // n}",
            f"seg={min(number, 8)}",
            f"at={min(at, 4)}",
            f"left={min(n - at, 6)}",
            f"yr={seen_year}",
            f"segyr={min(number, 4)}|{seen_year}",
        ]
        mine += [f"in={min(at - start, 3)}|{min(end - 1 - at, 3)}"]
        rest = [*marks[at], f"{mixes[number]}|{marks[at][0]}"]
        if ruled is not None:
            own = ruled[at]
            rest += [
                f"r={own}",
                f"r-={ruled[at - 1] if at else '^'}|{own}",
                f"r+={own}|{ruled[at + 1] if at + 1 < n else '$'}",
                f"rs={own}|{outline}",
            ]
        found.append((mine, shared[number], rest))
        seen_year = seen_year or years[at]
    return found


def _of_segment(
    tokens: Sequence[Token],
    bare: Sequence[str],
    spans: Sequence[tuple[int, int]],
    about: Sequence[Sequence[str]],
    number: int,
) -> list[str]:
    """What is so of each word of a segment, since it is of the segment and of those beside it."""
    found = [f"S={fact}" for fact in about[number]]
    if number:
        start, _ = spans[number]
        found += [f"S-={fact}" for fact in about[number - 1]]
        found += [f"SL-={tokens[start - 1].text[-1]}|{len(bare[start - 1]) == 1}"]
    if number + 1 < len(about):
        found += [f"S+={fact}" for fact in about[number + 1]]
    return found


def _spans(parts: Sequence[int]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for at, part in enumerate(parts):
        if part == len(spans):
            spans.append((at, at + 1))
        else:
            spans[part] = (spans[part][0], at + 1)
    return spans


def _segment(
    tokens: Sequence[Token], bare: Sequence[str], shapes: Sequence[str], start: int, end: int, n: int
) -> list[str]:
    """What is so of a whole segment."""
    words = bare[start:end]
    kinds = sorted({kind for word in words for kind in _KINDS.get(word, ())})
    facts = {f"k={kind}" for kind in kinds} | {f"kk={'+'.join(kinds)}"}
    letters = [token.text.lstrip("“\"'(‘«„[")[:1] for token in tokens[start:end]]
    large = sum(letter.isupper() for letter in letters)
    small = sum(letter.islower() for letter in letters)
    initials = sum(len(word) == 1 and word.isalpha() for word in words)
    facts |= {
        f"len={min(end - start, 6) if end - start < _LETTERS else 12}",
        f"case={'all' if not small else 'most' if large > small else 'few' if large > 1 else 'one' if large else 'none'}",
        f"ini={min(initials, 2)}",
        f"1={words[0]}",
        f"-1={words[-1]}",
        f"end={tokens[end - 1].text[-1]}",
        f"dig={any(word.isdigit() for word in words)}",
        f"yr={any(_YEAR.fullmatch(word) for word in words)}",
        f"last={end == n}",
    }
    if "and" in words or "&" in words:
        facts.add("and")
    if end - start <= _NAME:
        facts.add(f"sh={' '.join(shapes[start:end])}")
    return sorted(facts)
