"""The page list of a WACZ: what a reader opens first, with titles and texts (WACZ 1.1.1, 5.2.2).

There is one, of posts and then of what they cite. Where there is a list of extra pages beside it, ReplayWeb.page 2.5 searches the
texts of that alone, and hides its pages until they are asked for.
"""

import json
from collections.abc import Iterable, Iterator, Mapping

from archiver.models.package import Work

PAGES = "pages/pages.jsonl"


def page_list(works: Iterable[Work], *, title: str) -> Iterator[bytes]:
    """One JSON object a line, the first says what follows. A work of which nothing was read is no page."""
    yield _line({"format": "json-pages-1.0", "id": "pages", "title": title, "hasText": True})
    for work in works:
        if work.page_url is not None and work.page_date is not None:
            page = {
                "id": work.reference,
                "url": work.page_url,
                "ts": work.page_date,
                "title": work.title or work.page_url,
                "text": work.text or "",
            }
            yield _line(page)


def text_file(work: Work) -> bytes | None:
    """The clean text that was read of a work, under what it is; None where nothing was read."""
    if not work.text:
        return None
    head = [
        work.title,
        work.author,
        work.date,
        work.page_url,
        work.page_date and f"captured {work.page_date}",
    ]
    return ("\n".join(line for line in head if line) + f"\n\n{work.text.rstrip()}\n").encode(
        "utf-8", "replace"
    )


def _line(value: Mapping[str, object]) -> bytes:
    return (json.dumps(value, ensure_ascii=False) + "\n").encode("utf-8", "replace")
