"""Cuts a note into words, and says which of them stand in quotation marks, in brackets, and between two stops."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Token(NamedTuple):
    """A word with the punctuation that is stuck to it, and where it stands."""

    text: str
    start: int
    end: int


_PIECE = re.compile(r"\S+")
_ADDRESS = re.compile(
    r"[<(\[]?(?:https?://|www\.|(?:dx\.)?doi\.org/|(?:doi:\s?)?10\.\d{4,9}/)", re.IGNORECASE
)
# Where no space parts two things: `12(3):45`, `(1995):77`, `1926,Paris`, `《题》，`, `Title”(Place`.
_GLUED = re.compile(
    r"(?<=[\d)])[:;,](?=\d{1,5}\b(?!,))|(?<=\d)[,:;](?=[^\W\d_]{2})|(?<=[》」』])[，。、,.]?(?=\w)|(?<=\w)(?=[《「『])"
    r"|(?<=[”»])[,.]?(?=[(\w])|(?<=[)\]]),(?=\w)"
    # `王海：《绳》，《盐报》2019年第3期`, `『塩』(潮書房、2003年)`: without spaces stops and marks part words
    r"|[，。、：；](?=[^\s，。、：；）)」』》])|(?<=[》」』])[，。、,.]?(?=[(（《「『])|(?<=[：，、])(?=[《「『])|(?<=[年년])(?=第)|(?<=[\u3040-\u9fff])(?=[(（]\w)"
)
# Opening and closing marks, and what holds a quotation: no further opening mark of the same kind.
_QUOTES = tuple(
    re.compile(pattern)
    for pattern in (
        r"“[^“”]{2,600}”",
        r"„[^„”“\"]{2,600}[”“\"]",
        r"«[^«»]{2,600}»",
        r"(?<![\w\d])\"(?=[^\s\"])[^\"]{1,600}\"(?!\w)",
        r"(?<![\w])(?:''|``)[^'`]{2,600}''",
        r"[「『《][^「『《」』》]{1,600}[」』》]",
        r"(?<![\w’])[‘'](?=[^\s‘'])(?:[^‘’'\n]|(?<=\w)[’'](?=\w)){4,600}[’'](?!\w)",
    )
)
_CLOSERS = "\"'”’»)]』」》"
_ABBREVIATED = re.compile(
    r"[(\[“\"]?(?:[^\W\d_]|(?:[^\W\d_]\.)+[^\W\d_]|[^\W\d_]{1,2}\.-[^\W\d_]|no|nos|nr|vol|vols|pp?|ed|eds|hrsg|trans|univ|dept|proc|"
    r"conf|int|intl|symp|trans|lett|rev|jr|sr|st|dr|mr|mrs|vs?|j|sci|phys|res|eng|comput|comp|am|soc|acad|natl|assoc|"
    r"inc|co|corp|ltd|bros|gov|gen|sen|rep|art|sec|ch|chap|fig|al|etc|cf|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|"
    r"assn|bull|ann|mag|q|l|f|supp|cir|cong|stat|reg|nat’l|int’l|geophys|chem|biol|med|math|appl|mech|electr)",
    re.IGNORECASE,
)


def tokenize(text: str) -> list[Token]:
    """The words of a note.

    >>> [token.text for token in tokenize("Ek, A. 2019. Log 12(3):45–6, see https://a.example/x(1).")]
    ['Ek,', 'A.', '2019.', 'Log', '12(3):', '45–6,', 'see', 'https://a.example/x(1).']
    """
    return list(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    for piece in _PIECE.finditer(text):
        start, words = piece.start(), piece[0]
        if not _ADDRESS.match(words):
            for cut in _GLUED.finditer(words):
                at = piece.start() + cut.end()
                if at > start:
                    yield Token(text[start:at], start, at)
                    start = at
        if start < piece.end():
            yield Token(text[start : piece.end()], start, piece.end())


def quotations(text: str) -> list[tuple[int, int]]:
    """The places of what stands in quotation marks, marks included; of nested ones the outer.

    >>> text = "Ek, “On ‘Rope’ and Knots,” Log; 'Salt'."
    >>> [text[start:end] for start, end in quotations(text)]
    ['“On ‘Rope’ and Knots,”', "'Salt'"]
    """
    found: list[tuple[int, int]] = []
    for place in sorted(
        (match.span() for pattern in _QUOTES for match in pattern.finditer(text)),
        key=lambda place: (place[0], -place[1]),
    ):
        if not found or place[0] >= found[-1][1]:
            found.append(place)
    return found


def quoted(tokens: Sequence[Token], places: Sequence[tuple[int, int]]) -> list[int]:
    """For each word the number of the quotation that it stands in, from 1; 0 outside."""
    numbers, at = [], 0
    for token in tokens:
        while at < len(places) and places[at][1] <= token.start:
            at += 1
        inside = at < len(places) and token.end > places[at][0] and token.start < places[at][1]
        numbers.append(at + 1 if inside else 0)
    return numbers


def bracketed(tokens: Sequence[Token]) -> list[bool]:
    """For each word whether it stands in round brackets."""
    inside, depth = [], 0
    for token in tokens:
        opens, closes = token.text.count("("), token.text.count(")")
        inside.append(depth > 0 or opens > 0)
        depth = min(max(depth + opens - closes, 0), 3)
    return inside


def segments(tokens: Sequence[Token], numbers: Sequence[int]) -> list[int]:
    """For each word the number of its segment: what stands between two stops, or is quoted."""
    found, segment = [], 0
    for at, token in enumerate(tokens):
        found.append(segment)
        if at + 1 < len(tokens) and _ends(token.text, numbers[at], numbers[at + 1], tokens[at + 1].text):
            segment += 1
    return found


def _ends(text: str, here: int, following: int, next_text: str) -> bool:
    if here != following:
        return True
    if here:
        return False
    bare = text.rstrip(_CLOSERS)
    last = bare[-1:]
    if next_text.startswith("(") or (text.endswith(")") and last not in ",.;:"):
        return True
    if last in ",;:。，":
        return True
    if last in ".?!":
        return last != "." or not _ABBREVIATED.fullmatch(bare[:-1])
    return False
