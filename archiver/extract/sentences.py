"""Splits running text into sentences. English abbreviations are guarded; full stops of other scripts are known."""

import re
from collections.abc import Iterator

from archiver.extract.spans import Span

# Possessive, and never begun within a run: a line of dots is read once. One set comes first, since that is looked for fast.
_STOP = re.compile(
    r"[.!?…。！？](?:(?<=[.!?…])(?<![.!?…][.!?…])[.!?…]*+[\"'”’»)\]]*+(?=\s|$)"
    r"|(?<=[。！？])(?<![。！？][。！？])[。！？]*+[」』”’）]*+)"
)
_WORD = re.compile(r"\S+")
_WORD_BEFORE = re.compile(r"[^\s(\[“‘\"'—–/]{1,40}$")
_LONGEST_WORD = 48

# After these a sentence goes on, whatever follows.
_ALWAYS = frozenset(
    "dr mr mrs ms messrs prof rev hon st mt ft gen col capt cmdr lt sgt maj adm sen rep gov pres supt insp "
    "vs v cf viz approx ca c e.g i.e eg ie ed eds trans tr dept univ fig figs eq eqs vol vols mme mlle".split()
)
# After these a sentence goes on where a number follows.
_BEFORE_NUMBERS = frozenset(
    "no nos nr p pp art arts sec secs sect ch chap chaps line ll n nn § "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
# After these, after initials and after acronyms a sentence goes on, unless a word follows that opens sentences.
_SOMETIMES = frozenset("al etc inc ltd co corp bros jr sr esq ave blvd rd ibid op cit a.m p.m".split())
_ABBREVIATIONS = _ALWAYS | _BEFORE_NUMBERS | _SOMETIMES
_PLAIN = 40  # letters; as `_WORD_BEFORE` has them
_OPENERS = frozenset(
    "a after all also although an and as at because before both but by despite during each even every few finally "
    "first for from he her here his how however i if in indeed instead it its later many meanwhile more moreover "
    "most my no nobody none nor not nothing now of on once one only or other others our over perhaps readers she "
    "since so some soon still such that the their then there therefore these they this those though three through "
    "thus to today two under until we what when where whether which while who why with yet you your".split()
)
# `am 3. Mai`: after the number of a day German goes on with the month; some are called so in English, too.
_DAY = re.compile(r"[12]?\d|3[01]")
_MONTHS = frozenset("januar februar märz mai juni juli oktober dezember jänner".split())
_SAME_MONTHS = frozenset("april august september november".split())
_ON = re.compile(r"\b(?:am|vom|den|dem|bis|seit|zum|ab)\s\d{1,2}$")
_LETTER = re.compile(r"[^\W\d_]\.")
_INITIAL = re.compile(r"[^\W\d_a-z]")
_ACRONYM = re.compile(r"[^\W\d_]{1,3}(?:\.[^\W\d_]{1,3})+")
_ONLY_A_NUMBER = re.compile(r"\W{0,3}(?:\d{1,3}|[ivx]{1,5}|[a-zA-Z])\.")  # `1. The first point`


def split_sentences(text: str) -> tuple[Span, ...]:
    """The places of the sentences, without the white space between them.

    >>> text = "Dr. Ek saw No. 57 of the U.S. list. “It was not.” Nobody else, e.g. I. Berg, did."
    >>> [text[start:end] for start, end in split_sentences(text)]
    ['Dr. Ek saw No. 57 of the U.S. list.', '“It was not.”', 'Nobody else, e.g. I. Berg, did.']
    """
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[Span]:
    start = _skip_space(text, 0)
    for stop in _STOP.finditer(text):
        end = stop.end()
        follows = _skip_space(text, end)
        if start < end and follows < len(text):
            is_plain = _is_plain(text, start, stop.start(), end, follows)
            if is_plain or _ends_here(text, start, stop, follows):
                yield Span(start, end)
                start = follows
    if start < len(text):
        yield Span(start, len(text.rstrip()))


def _is_plain(text: str, start: int, dot: int, end: int, follows: int) -> bool:
    """A full stop after a word that is no abbreviation, before a capital: most are such, and this is soon seen."""
    if end - dot != 1 or text[dot] != "." or not text[follows].isupper():
        return False
    at = text.rfind(" ", max(start, dot - _LONGEST_WORD), dot) + 1
    word = text[at:dot] if at else ""
    return 1 < len(word) < _PLAIN and word.isalpha() and word.lower() not in _ABBREVIATIONS


def _ends_here(text: str, start: int, stop: re.Match[str], follows: int) -> bool:
    mark = stop[0]
    if mark[0] in "。！？":
        return True
    following = _WORD.match(text, follows)
    word = (following[0] if following else "").lstrip("“‘\"'«([")
    if word[:1].islower():
        return False
    if mark.rstrip("\"'”’»)]") != ".":
        return True
    return not _is_abbreviation(text, start, stop.start(), word, closes=len(mark) > 1)


def _is_abbreviation(text: str, start: int, dot: int, word: str, *, closes: bool) -> bool:
    if _ONLY_A_NUMBER.fullmatch(text, start, dot + 1):
        return True
    before = _WORD_BEFORE.search(text, max(start, dot - _LONGEST_WORD), dot)
    if before is None or closes:
        return False
    last, bare = before[0].lower(), word.rstrip(".,;:!?").lower()
    if _INITIAL.fullmatch(before[0]) or last in _SOMETIMES or _ACRONYM.fullmatch(last):
        return last in _ALWAYS or bare not in _OPENERS
    if _DAY.fullmatch(last):
        on = _ON.search(text, max(start, dot - _LONGEST_WORD), dot)
        return bare in _MONTHS or (bare in _SAME_MONTHS and on is not None)
    if last in _BEFORE_NUMBERS:
        return word[:1].isdigit()
    return last in _ALWAYS or (
        len(last) == 1 and last.isalpha() and _LETTER.fullmatch(word) is not None
    )  # `z. B.`


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
