"""The main text of a page, and how it was read."""

from collections.abc import Iterable
from dataclasses import dataclass

from archiver.extract.content.between import filled
from archiver.extract.content.choice import OF_ANY_PAGE, choose
from archiver.extract.content.inserted import without_inserted
from archiver.extract.content.junk import without_junk
from archiver.extract.content.noted import with_notes
from archiver.extract.content.outline import outline
from archiver.extract.content.rendering import html_of, plain_text
from archiver.extract.content.whole import captions, made_whole
from archiver.extract.markup import Markup
from archiver.extract.tidy import tidy

_LOW = 0.5  # agreement: below, the readings speak of different texts


@dataclass(frozen=True, slots=True, kw_only=True)
class MainText:
    """A text, the same with captions as clean HTML, which reading gave it, and how far the others agree, 0 to 1."""

    text: str
    html: str = ""
    extractor: str
    agreement: float | None = None
    doubts: tuple[str, ...] = ()


def main_text(
    page: Markup, html: str, *, headings: Iterable[str | None] = (), names: Iterable[str] = ()
) -> MainText:
    """Read a page: the reading that the others agree with most, else all that is visible.

    What is known of the work is not told again at the top of its text: `headings` are its titles and its site's name,
    `names` its authors'.
    """
    headings, names = tuple(headings), tuple(names)
    drawn = outline(page.root)
    chosen = choose(page, html, drawn)
    if chosen.blocks:
        is_low = chosen.agreement < _LOW
        kept = made_whole(drawn, chosen.blocks)
        if chosen.name != OF_ANY_PAGE:  # what leads elsewhere may be all that a list has to say
            kept = without_inserted(drawn, filled(drawn, kept), names=names)
        kept = without_junk(drawn, kept, headings=headings, names=names)
        kept = with_notes(drawn, kept, url=page.url)
        return MainText(
            text=tidy(plain_text(drawn, kept)),
            html=html_of(drawn, kept | captions(drawn, kept), page.base),
            extractor=chosen.name,
            agreement=chosen.agreement,
            doubts=(f"the readings of its text differ (agreement {chosen.agreement})",) if is_low else (),
        )
    everything = frozenset(range(len(drawn.blocks)))
    if not everything:
        return MainText(text="", extractor="nothing visible")
    return MainText(
        text=tidy(plain_text(drawn, everything)),
        html=html_of(drawn, everything, page.base),
        extractor="all that is visible",
        doubts=("no reading found its main text: this is all that the page shows",),
    )
