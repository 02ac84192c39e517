"""Items as cases write them."""

from typing import Any

from archiver.models.item import CitedWork, Copy, Item, PartialDate, PublicCopy, Status
from archiver.models.work import Name

_NAMES = ("author", "editor", "translator")
_DATES = ("issued", "accessed")


def item_of(case: dict[str, Any]) -> Item:
    """The item of a case: a work, and what backs it if anything does."""
    told = dict(case["work"])
    told |= {who: tuple(Name(**name) for name in told[who]) for who in _NAMES if who in told}
    told |= {when: PartialDate.parse(told[when]) for when in _DATES if when in told}
    work = CitedWork(**told)
    return Item(
        id="s7",
        identity=work.URL or f"work:{work.title}",
        work=work,
        copy=_copy(case["copy"]) if "copy" in case else None,
        status=Status(case["status"]) if "status" in case else None,
    )


def _copy(told: dict[str, Any]) -> Copy:
    public = told.get("public")
    return Copy(
        snapshot_id=12,
        **told | {"public": PublicCopy(**public) if public is not None else None},
    )
