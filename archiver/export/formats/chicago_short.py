"""Chicago, shortened note: `Vane, “Bell,” 12`."""

from archiver.export.wording import chicago, numbers
from archiver.export.wording.joining import ended, listed
from archiver.export.wording.kinds import Kind, kind_of
from archiver.export.wording.names import family, joined
from archiver.export.wording.runs import Runs, italic, plain
from archiver.export.wording.titles import quoted, short
from archiver.models.item import CitedWork, Item

NAME = "chicago-short"
LABEL = "Chicago 18, shortened note"


def cite(item: Item) -> Runs:
    """Family names and the beginning of the title."""
    work = item.work
    parts = [plain(_people(work)), _title(work)]
    if not any(parts):
        parts = [plain(work.container_title or ""), chicago.address(work)]
    # The whole of an article is no place in it
    page = plain(work.page if work.page and not numbers.is_several(work.page) else "")
    return ended(listed([*parts, page]), ".")


def _people(work: CitedWork) -> str:
    names = [family(name) for name in work.author or work.editor]
    if not names and work.container_title and kind_of(work) is Kind.PAGE:
        return work.publisher or ""  # under whose name it stands in the bibliography
    if len(names) > 2:  # noqa: PLR2004 - as in a full note
        return f"{names[0]} et al."
    return joined(names, last=" and ", two=" and ")


def _title(work: CitedWork) -> Runs:
    if not work.title:
        return ()
    said = short(work.title, is_english=chicago.is_english(work), may_be_english=not work.language)
    return italic(said) if chicago.stands_alone(work) else quoted(said)
