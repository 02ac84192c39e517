"""Robust Links: an HTML link that says when it was archived, and where (robustlinks.mementoweb.org/spec)."""

from archiver.export.wording import proof
from archiver.export.wording.dates import day_of
from archiver.export.wording.linking import robust_link
from archiver.export.wording.runs import Markup, Run, rendered
from archiver.models.item import Item

NAME = "robust-link"
LABEL = "Robust Link (HTML)"
MEDIA_TYPE = "text/html"
SUFFIX = "html"


def entry(item: Item) -> str:
    """The link. A work without an address is its title; a copy that is on file gives its date and its record, and no address."""
    work, copy = item.work, item.copy
    shown = rendered([Run(work.title or work.URL or item.id)], Markup.HTML)
    if work.URL is None:
        return shown
    public = copy.public if copy is not None else None
    day = None if copy is None else day_of(public.date if public is not None else copy.date)
    return robust_link(
        shown,
        href=work.URL,
        url=work.URL,
        version_url=public.url if public is not None else None,
        version_date=str(day) if day is not None else None,
        title=f"On file: {proof.record(copy)}" if copy is not None and public is None else "",
    )
