"""Letters as mail programs keep them: subject, writer and date from the head, the text as a reader sees it."""

from archiver.discover.dates import feed_date
from archiver.extract.clean_html import clean_html
from archiver.extract.letters import readable_part, split_letter, words_of, writers
from archiver.extract.markup import Markup
from archiver.extract.plain_html import plain_html
from archiver.extract.stated import Stated, document_of, people
from archiver.extract.tidy import tidy
from archiver.models.capture import Capture
from archiver.models.citation import Document
from archiver.web.charset import decode

_MOST = 4_000_000  # characters that are read


def accepts(media_type: str) -> bool:
    """Whether this is how to read such a body."""
    return media_type == "message/rfc822"


def read(capture: Capture, *, kind: str) -> Document:
    """The reading of a letter. One whose text nobody can unpack gives none, and says so in `extractor`."""
    head, body = split_letter(capture.payload)
    content_type, part = readable_part(head, body)
    decoded = decode(part, content_type)
    text = tidy(decoded.text[:_MOST])
    page = (
        Markup.parse(capture.url, decoded.text[:_MOST])
        if content_type.lower().startswith("text/html")
        else None
    )
    return document_of(
        capture,
        kind=kind,
        extractor="mail" if text else "mail: no text in it",
        stated=(
            Stated(
                rule="mail",
                title=words_of(head, "Subject"),
                authors=people(writers(head)),
                issued=feed_date(words_of(head, "Date")) or "",
                language=words_of(head, "Content-Language"),
            ),
        ),
        html=clean_html(page.root, capture.url) if page is not None else plain_html(text),
        text=None if page is not None else text,
        type="personal_communication",
        decoded=decoded if text else None,
    )
