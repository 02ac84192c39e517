"""Reads who wrote or edited a work: persons with family and given names, and organisations."""

import re
from collections.abc import Iterator

from archiver.extract.works import words as lists
from archiver.models.work import Name

_LEADING = re.compile(
    r"^\W*(?:(?:in|by|von|par|por|di|door|see|see also|cf\.|siehe|ed(?:s\b\.?|ited by|\.(?: by)?)|hrsg\. v(?:on|\.)|trans(?:lated by)?|translated|foreword by)\b[\s.:]*)+",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"[\s,]*[(\[]?\b(?:eds?|editors?|hrsg|hg|dir|comps?|trans|translators?|org|coord)\b\.?[)\]]?[\s.,:]*$",
    re.IGNORECASE,
)
_OTHERS = re.compile(r",?\s*(?:&|and|und|et|y)?\s*\b(?:et al|others|u\. ?a|и др)\b\.?.*$", re.IGNORECASE)
_AND = re.compile(r"\s*,?\s+(?:and|&|und|et|y|и)\s+|\s*;\s*|\s*&\s*(?=[A-Z])|\s+/\s+|\s*、\s*")
_KOREAN = re.compile(r"[A-Z][a-z]+-[a-z]{2,6}")
_HANDLE = re.compile(r"\s*\(@\w+\)")  # Ida Ek (@idaek)
_STOPPED = re.compile(r"(?:[^\W\d_]\.-?){1,3}")
_AGENCIES = frozenset("reuters ap afp tass bloomberg".split())
_SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|esq)\.?$", re.IGNORECASE)
_INITIALS = re.compile(r"^(?:[^\W\d_a-z](?:[^\W\d_])?\.?[-\s]?){1,4}$")
# What stands between a body and its document: `Fifth year`, `74th sess.`
_SESSION = re.compile(
    r",\s+(?:\d+(?:st|nd|rd|th)|[a-z-]+(?:st|nd|rd|th))\s+(?:year|sess\w*|meeting|mtg)\b.*$", re.IGNORECASE
)
_LOOSE = ' \t\n,;:，。：；、/()[]<>*_“”"«»–—-'
_MOST = 50
_DOUBLE = 2  # family names: García Pérez
_MOST_INITIALS = 3
_LONGEST = 1_000  # characters


def read_names(written: str) -> tuple[Name, ...]:
    """The names in a list of them.

    >>> [str(name) for name in read_names("Ek, Ida, and Jon van der Berg")]
    ['Ida Ek', 'Jon van der Berg']
    >>> [name.family for name in read_names("Romero, C., Dweck, C. S., & Ek J.")]
    ['Romero', 'Dweck', 'Ek']
    >>> read_names("United Nations Security Council,")[0].literal
    'United Nations Security Council'
    """
    text = _ROLE.sub("", _LEADING.sub("", _HANDLE.sub("", written[:_LONGEST]))).strip(_LOOSE)
    text = _OTHERS.sub("", text).strip(_LOOSE)
    if not text:
        return ()
    if _is_body(text) and text.rpartition(" and ")[2].casefold() not in _AGENCIES:
        return (Name(literal=_clean(_SESSION.sub("", text))),)
    return tuple(_persons(text))[:_MOST]


def _persons(text: str) -> Iterator[Name]:
    groups = [group for group in _AND.split(text) if group.strip(_LOOSE)]
    bare = [
        part.strip(_LOOSE + ".") for group in groups for part in group.split(",") if part.strip(_LOOSE + ".")
    ]
    surnames_only = len(groups) > 1 and ";" not in text and "," not in groups[-1]
    if surnames_only and not any(" " in part or _INITIALS.match(part) for part in bare):
        yield from (Name(family=part) for part in bare)  # Ek, Berg, and Kowal
        return
    for at, group in enumerate(groups):
        if _is_body(group):
            yield Name(literal=_clean(group))
            continue
        parts = [_without_stop(part.strip()) for part in group.split(",")]
        yield from _listed([part for part in parts if part.strip(_LOOSE + ".")], first=at == 0)


def _without_stop(part: str) -> str:
    """A name without the stop that ends the list; that of an initial stays."""
    words = part.split()
    is_initial = bool(words) and len(words[-1]) <= len("J.")
    return part if is_initial or _INITIALS.match(part) else part.rstrip(" .")


def _listed(parts: list[str], *, first: bool) -> Iterator[Name]:
    """Names between commas: `Ek, Ida`, `Ek, I., Berg, J.`, `Ida Ek, Jon Berg`, `Ek, Ida, Jon Berg`."""
    at = 0
    while at < len(parts):
        part = parts[at]
        suffix = parts[at + 1] if at + 1 < len(parts) and _SUFFIX.match(parts[at + 1]) else None
        following = parts[at + 1] if at + 1 < len(parts) and suffix is None else None
        if following is not None and _takes_given(
            part, following, first=first and at == 0, last=at + 2 == len(parts)
        ):
            after = parts[at + 2] if at + 2 < len(parts) and _SUFFIX.match(parts[at + 2]) else None
            yield Name(family=part.strip(_LOOSE), given=following.strip(_LOOSE), suffix=after)
            at += 3 if after else 2
        else:
            yield _straight(part.strip(_LOOSE), suffix)
            at += 2 if suffix else 1


def _takes_given(part: str, following: str, *, first: bool, last: bool) -> bool:
    """Whether what follows a comma is the given name of what stands before it."""
    words = [word for word in part.split() if word.casefold() not in lists.PARTICLES]
    if _INITIALS.match(following):
        return not any(_INITIALS.match(word) for word in words[:1]) or len(words) == 1
    if len(words) == 1:
        return True
    # `García Pérez, Lucía`: two family names, one given name, and nothing more
    return (
        first
        and last
        and len(words) == _DOUBLE
        and len(following.split()) == 1
        and not any("." in word for word in words)
    )


def _straight(text: str, suffix: str | None) -> Name:
    """`Ida van Ek`, `Kim Tong-Hyung`, `Ek I`, `Ek`."""
    words = text.split()
    cut = _family_end(words)
    if cut:
        return Name(family=" ".join(words[:cut]), given=" ".join(words[cut:]), suffix=suffix)
    cut = len(words) - 1
    while cut > 0 and words[cut - 1].casefold() in lists.PARTICLES and words[cut - 1][0].islower():
        cut -= 1
    return Name(family=" ".join(words[cut:]), given=" ".join(words[:cut]) or None, suffix=suffix)


def _family_end(words: list[str]) -> int:
    """How many words the family name has that comes first; 0 where it does not."""
    first, last = words[0], words[-1]
    if len(words) == 1:
        return 0
    stopped = len(first) > len("Ek") and all(_STOPPED.fullmatch(word) for word in words[1:])
    if stopped or (len(words) == _DOUBLE and _KOREAN.fullmatch(last)):
        return 1  # Петров И. В., Baek Jin-woo
    if (
        last.isupper()
        and len(last) <= _MOST_INITIALS
        and not first.isupper()
        and len(words) <= _MOST_INITIALS
    ):
        return len(words) - 1  # Ek I
    if first.isupper() and len(first) > len("JJ") and "." not in first and not last.isupper():
        return 1  # CASSARD Jean-Christophe
    if first.casefold() not in lists.FAMILY_FIRST or any("." in word for word in words):
        return 0
    several = len(words[1:]) > 1 and not words[3:] and last.casefold() not in lists.FAMILY_FIRST
    return 1 if several or (not words[2:] and "-" in last) else 0  # Kim Jong Un, Kim Tong-Hyung


def _is_body(text: str) -> bool:
    """Whether a name is an organisation's."""
    words = [lists.bare(word) for word in text.split()]
    if ";" in text or re.search(r"\b[A-Z]\.", re.sub(r"\b(?:[A-Z]\.){2,}", "", text)):
        return False
    if any(word in lists.ORGANISATIONS for word in words):
        return True
    if any(word in {"of", "for", "the", "in", "on"} for word in words[:-1]):
        return True
    return len(words) == 1 and (text.isupper() and len(text) > 1)


def _clean(text: str) -> str:
    text = text.strip(_LOOSE)
    return text if re.search(r"\.\w+\.$|\b(?:Inc|Ltd|Co|Corp)\.$", text) else text.rstrip(".")
