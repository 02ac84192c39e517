"""What stands before and after a word, however far: the last and the next thing that tells where in a note one is."""

import re
from collections.abc import Sequence
from functools import lru_cache

from archiver.extract.works import words as lists
from archiver.extract.works.tokens import Token

_YEAR = re.compile(r"\W*(?:1[4-9]|20)\d\d[a-z]?\W*")
_PAGES = re.compile(r"\W*(?:pp?|s|с)\W*", re.IGNORECASE)
_RANGE = re.compile(r"\W*\d+[-–—]+\d+\W*")
_NUMBERED = frozenset("vol vols volume no nr n issue bd band t том № v jg".split())
_NAMED = frozenset("ed eds editor editors edited hrsg hg hgg trans translated red".split())
_HOMES = frozenset(
    "proceedings proc conference symposium workshop journal handbook encyclopedia transactions".split()
)
_FAR = 4  # segments, or landmarks; more say no more


def between(
    tokens: Sequence[Token], bare: Sequence[str], quotes: Sequence[int], parts: Sequence[int]
) -> list[list[str]]:
    """For each word: the landmark before it, the one after it, how many segments off, and which came two before."""
    n = len(tokens)
    marks = [
        "quote" if quotes[at] else _landmark(token.text, bare[at], at == 0 or parts[at] != parts[at - 1])
        for at, token in enumerate(tokens)
    ]
    after: list[tuple[str, int]] = [("end", parts[-1])] * n if n else []
    following = ("end", parts[-1] if n else 0)
    for at in range(n - 1, -1, -1):
        after[at] = following
        if marks[at]:
            following = (marks[at], parts[at])
    found: list[list[str]] = []
    last, earlier, seen = ("start", 0), "", 0
    named = next((at for at, mark in enumerate(marks) if mark == "ed"), n)
    dated = next((at for at, mark in enumerate(marks) if mark == "year"), n)
    for at in range(n):
        before, then = (
            f"{last[0]}|{min(parts[at] - last[1], _FAR)}",
            f"{after[at][0]}|{min(after[at][1] - parts[at], _FAR)}",
        )
        own = marks[at]
        found.append([
            f"L-={before}", f"L+={then}", f"L={own}|{last[0]}|{after[at][0]}", f"L--={earlier}|{last[0]}|{own}", f"LL={before}|{then}",
            f"Ln={min(seen, _FAR)}|{own}",
        ])  # fmt: skip
        if own and own != last[0]:
            earlier, seen = last[0], seen + 1
        if own:
            last = (own, parts[at])
    if n and named < n and named < dated:
        for at in range(named):
            found[at].append(f"edfirst={min(parts[named] - parts[at], _FAR)}|{min(parts[at], _FAR)}")
    return found


@lru_cache(maxsize=4096)
def _landmark(text: str, word: str, opens: bool) -> str:
    """What a word tells of its place; nothing for most."""
    answers = (
        ("year", _YEAR.fullmatch(text) is not None),
        ("ed", word in _NAMED),
        ("in", opens and word in lists.IN),
        ("pages", _PAGES.fullmatch(text) is not None or _RANGE.fullmatch(text) is not None),
        ("number", word in _NUMBERED or (text[:1].isdigit() and "(" in text)),
        ("month", word in lists.MONTHS),
        ("link", text.startswith(("http", "www.", "<http", "(http"))),
        ("press", word in lists.PUBLISHERS),
        ("home", word in _HOMES),
        ("town", text.endswith(":") and text[:1].isupper()),
        ("digits", text.strip("(),.:;").isdigit()),
    )
    return next((name for name, holds in answers if holds), "")
