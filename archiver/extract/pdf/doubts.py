"""What a reader should know before trusting the text of a PDF."""

from collections.abc import Iterator, Sequence

from archiver.extract.pdf.line import Page

_NAMED = 5  # pages that are told one by one


def doubts(pages: Sequence[Page], count: int, *, text: str) -> Iterator[str]:
    """One short sentence each: what is only a picture, what nobody can read, what was left out."""
    pictures = [page.number for page in pages if page.pictures]
    if pictures and not text:
        yield f"no text layer: a scan of {count:,} {'page' if count == 1 else 'pages'}"
    elif pictures:
        yield f"no text layer on {_which(pictures, len(pages))}: only a picture"
    elif not text and not any(page.illegible or page.damaged or page.cut for page in pages):
        yield "no text"
    if illegible := [page.number for page in pages if page.illegible]:
        yield f"illegible on {_which(illegible, len(pages))}: the fonts do not say which letters they show"
    if recognised := [page.number for page in pages if page.recognised]:
        yield f"text recognised by a machine in the scan of {_which(recognised, len(pages))}"
    if damaged := [page.number for page in pages if page.damaged]:
        yield f"damaged on {_which(damaged, len(pages))}"
    if cut := [page.number for page in pages if page.cut]:
        yield f"too much on {_which(cut, len(pages))}: the rest was not read"
    if count > len(pages):
        yield f"only the first {len(pages):,} of {count:,} pages were read"


def _which(numbers: Sequence[int], count: int) -> str:
    if len(numbers) == 1:
        return f"page {numbers[0]:,}"
    if len(numbers) == count:
        return f"all {count:,} pages"
    if len(numbers) <= _NAMED:
        return f"pages {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"
    return f"{len(numbers):,} of {count:,} pages"
