"""When the work came out and was changed: what is structured first, then what is seen, then a guess."""

from dataclasses import dataclass

from archiver.extract.metadata.dated_parts import as_shown
from archiver.extract.metadata.weighing import Claimed
from archiver.models.blog import Found
from archiver.web.moments import read_moment

# A system's empty date, not a day on which anything came out.
_UNSET = ("1970-01-01", "1969-12-31", "1900-01-01", "1899-12-30", "1899-12-31")
_DAY = len("2019-05-02")
_SEEN = ("dateline", "address")
_DOUBTS = {
    "guess": ("the date is a guess: the only one that the page shows",),
    "last-change": ("the date is a guess: the page tells only when it was changed",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """The two dates, and what is doubtful about them."""

    issued: Found | None = None
    modified: Found | None = None
    doubts: tuple[str, ...] = ()
    claimed: tuple[tuple[str, Found], ...] = ()  # field and date, of all

    def told(self, field: str) -> list[Found]:
        """Every date that a rule gives for a field; that of a change is none of publication."""
        return [found for name, found in self.claimed if name == field and found.rule != "last-change"]


def choose_dates(claims: Claimed, *, before: str | None, day_first: bool | None, is_signed: bool) -> Dates:
    """The dates by the first rule that has one that can be true.

    Pages that only tell when they were changed are mostly nobody's: there it is no date of a work.
    """
    claims = [(rule, claim) for rule, claim in claims if is_signed or rule != "last-change"]
    issued = dated(claims, "issued", before=before, day_first=day_first)
    modified = dated(claims, "modified", before=before, day_first=day_first)
    pages = dated(claims, "page_dates", before=before, day_first=day_first)
    claimed = (
        *(("issued", found) for found in (*issued, *pages)),
        *(("modified", found) for found in modified),
    )
    chosen = _as_seen(_exact(issued), issued)
    changed = _exact(modified)
    if chosen is None:
        return Dates(modified=changed, claimed=claimed)
    return Dates(
        issued=chosen,
        modified=changed if changed is not None and changed.value[:_DAY] >= chosen.value[:_DAY] else None,
        doubts=_DOUBTS.get(chosen.rule, ()),
        claimed=claimed,
    )


def _as_seen(chosen: Found | None, issued: list[Found]) -> Found | None:
    """What machines are told, corrected by what readers see: an earlier day, or the day of another zone."""
    if chosen is None or len(chosen.value) < _DAY:
        return chosen
    seen = [found for found in issued if found.rule in _SEEN and len(found.value) >= _DAY]
    for found in seen:
        is_before = found.value[:_DAY] < chosen.value[:_DAY]
        if found.rule == "address" and is_before and chosen.rule == "dateline":
            return found  # an address is given once, and not changed with the text
        if found.rule == "dateline" and is_before:
            return found  # a page that is brought up to date is told to machines as a new one
        if (
            found.rule == "address"
            and chosen.rule == "dateline"
            and _turned(chosen.value) == found.value[:_DAY]
        ):
            return found  # 5/2/2019 was read in the wrong order
        chosen = Found(value=as_shown(chosen.value, found.value[:_DAY]), rule=chosen.rule)
    return chosen


def _turned(day: str) -> str:
    """A date with day and month exchanged."""
    return f"{day[:4]}-{day[8:10]}-{day[5:7]}"


def dated(claims: Claimed, field: str, *, before: str | None, day_first: bool | None) -> list[Found]:
    """The dates that rules claim, and that can be true: read, set, and not after the capture."""
    return [
        Found(value=date, rule=rule)
        for rule, claim in claims
        for written in getattr(claim, field)
        if (date := read_moment(written, day_first=day_first))
        and not date.startswith(_UNSET)
        and (before is None or date[:_DAY] <= before[:_DAY])
    ]


def _exact(found: list[Found]) -> Found | None:
    """The first; or the day of which it is the year or the month, if another rule has that."""
    if not found:
        return None
    first = found[0]
    return next(
        (
            each
            for each in found
            if len(first.value) < _DAY <= len(each.value) and each.value.startswith(first.value)
        ),
        first,
    )
