"""Page ranges, editions, digital identifiers."""

import re

_RANGE = re.compile(r"(\d{1,9})\s?[-–—]{1,2}\s?(\d{1,9})")
_NUMBER = re.compile(r"\d{1,4}")
_ORDINAL = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)


def pages(text: str, style: str = "full") -> str:
    """A range with a dash; shortened as Chicago or MLA does.

    >>> pages("1818-1859", "chicago"), pages("101-108", "chicago"), pages("300-328", "chicago"), pages("96-117", "mla")
    ('1818–59', '101–8', '300–328', '96–117')
    """
    return _RANGE.sub(lambda found: f"{found[1]}–{_second(found[1], found[2], style)}", text)


def is_several(text: str) -> bool:
    """Whether pages are more than one."""
    return bool(re.search(r"\d\s?[-–—,]\s?\d", text))


def edition(text: str, word: str) -> str:
    """2nd ed.; words stay as they are, and a first edition is none.

    >>> edition("2", "ed."), edition("rev. ed.", "ed."), edition("1", "ed.")
    ('2nd ed.', 'rev. ed.', '')
    """
    if not _NUMBER.fullmatch(text):
        return text
    number = int(text)
    ending = "th" if number % 100 in _TEENS else _ORDINAL.get(number % 10, "th")
    return f"{number}{ending} {word}" if number > 1 else ""


def doi_url(doi: str) -> str:
    """A DOI as an address."""
    return f"https://doi.org/{doi}"


def _second(first: str, second: str, style: str) -> str:
    if style == "full" or len(first) != len(second) or int(second) <= int(first):
        return second
    number = int(first)
    if number < 100 or (style == "chicago" and number % 100 == 0):  # noqa: PLR2004 - of three digits
        return second
    kept = next(at for at, (one, other) in enumerate(zip(first, second, strict=True)) if one != other)
    least = 1 if style == "chicago" and number % 100 < 10 else 2  # noqa: PLR2004 - 101 to 109
    return second[min(kept, len(second) - least) :]
