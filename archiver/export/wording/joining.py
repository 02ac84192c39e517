"""Parts of a reference put together: stops and commas that go inside quotation marks, and none that follows another."""

import re
from collections.abc import Iterable

from archiver.export.wording.runs import Face, Run, Runs, plain

_CLOSED = re.compile(r"(?:[’”]\s?){0,3}”$")
_STOPS = (".", "?", "!", "…", "？", "！", "。")
# Words whose stop is a part of them: U.S., Inc., Jr., et al.
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:[^\s.]{1,6}\.)+[^\s.]{1,6}\.$|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|al|St|No|Dr|eds?|trans|[A-Z])\.$"
)


def ended(runs: Runs, mark: str) -> Runs:
    """Words with a comma or a stop: inside the quotation marks that end them, and no stop where one is.

    >>> from archiver.export.wording.runs import text_of
    >>> text_of(ended(plain("“Who Hung the Bell?”"), ",")), text_of(ended(plain("“Who Hung the Bell?”"), "."))
    ('“Who Hung the Bell?,”', '“Who Hung the Bell?”')
    >>> text_of(ended(plain("“On ‘Keepers’”"), ".")), text_of(ended(plain("“The bell rang.”"), ","))
    ('“On ‘Keepers.’”', '“The bell rang,”')
    """
    if not runs:
        return ()
    *front, last = runs
    found = _CLOSED.search(last.text)
    tail = found[0] if found is not None else ""
    if tail.startswith("’") and "‘" not in last.text:
        tail = tail.lstrip("’ ")  # of the keepers’: it closes nothing
    bare = last.text[: len(last.text) - len(tail)]
    if bare.endswith((",", ";")) and not last.is_address:  # of a title that somebody cut
        bare = bare.rstrip(",; ")
        last = Run(f"{bare}{tail}", last.face)
        runs = (*front, last)
    if mark == "." and bare.rstrip("’)»").endswith(_STOPS) and not (bare.endswith(")") and not tail):
        return runs
    is_title = bool(tail) or last.face is Face.ITALIC
    if mark == "," and is_title and bare.endswith(".") and not _ABBREVIATED.search(bare):
        bare = bare[:-1]
        last = Run(f"{bare}{tail}", last.face)
    if tail:
        return (*front, Run(f"{bare}{mark}{tail}", last.face, last.is_address))
    return (*front, last, Run(mark))


def listed(parts: Iterable[Runs], mark: str = ",") -> Runs:
    """Parts with a comma between; those that are empty are left out.

    >>> "".join(run.text for run in listed([plain("Mara Vane"), plain("“The Bell”"), (), plain("2019")]))
    'Mara Vane, “The Bell,” 2019'
    """
    made: Runs = ()
    for part in parts:
        if part:
            made = (*ended(made, mark), *plain(" "), *part) if made else part
    return made


def sentences(parts: Iterable[Runs]) -> Runs:
    """Parts that each end in a stop.

    >>> "".join(run.text for run in sentences([plain("Vane, Mara"), plain("“Why?”"), plain("Packet, 2019")]))
    'Vane, Mara. “Why?” Packet, 2019.'
    """
    made: Runs = ()
    for part in parts:
        if part:
            made = (*made, *(plain(" ") if made else ()), *ended(part, "."))
    return made


def words(*parts: Runs) -> Runs:
    """Parts with a space between; those that are empty are left out."""
    made: Runs = ()
    for part in parts:
        if part:
            made = (*made, *plain(" "), *part) if made else part
    return made


def capitalised(text: str) -> str:
    """With a capital where a sentence begins with words of ours."""
    return text[:1].upper() + text[1:]
