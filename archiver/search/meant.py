"""What a person who cites means by `c31`, `2019-09`, or anything that `find` knows."""

import re
from pathlib import Path

from archiver.models.blog import Month
from archiver.models.views import Reference
from archiver.search.find import find
from archiver.store.database import opened
from archiver.store.rows import value

_CITATION = re.compile(r"c([0-9]{1,18})", re.IGNORECASE)
_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")


def meant(path: Path, text: str) -> Reference | Month | None:
    """A post, a source, a citation or a month; None: none of them is here."""
    said = text.strip()
    if _MONTH.fullmatch(said):
        return Month.parse(said)
    if number := _CITATION.fullmatch(said):
        with opened(path) as db:
            found = value(db, "SELECT id FROM citations WHERE id = ?", int(number[1]))
        return None if found is None else Reference(kind="citation", id=int(found))
    return find(path, said)
