"""Reads a note that an attribute holds: HTML, or words alone."""

from archiver.extract.finding.body import Body
from archiver.extract.identifiers import find_addresses, form_of
from archiver.extract.notes import read_text, read_urls
from archiver.models.citation import CitedUrl
from archiver.web.page import Page


def read_said(said: str, *, url: str) -> tuple[str | None, tuple[CitedUrl, ...]]:
    """Text and addresses; relative links start from `url`.

    >>> read_said('The <i>log</i>, <a href="/log.pdf">p. 3</a>.', url="https://blog.example/a/")[0]
    'The log, p. 3.'
    """
    if "<" not in said:
        text = " ".join(said.split())
        found = {each: form_of(text[start:end], each) for (start, end), each in find_addresses(text)}
        return text or None, tuple(
            CitedUrl(url=each, is_link=False, form=form) for each, form in found.items()
        )
    root = Page(url, said).soup.body
    if root is None:
        return None, ()
    note = Body(root, url=url)
    spans = (note.place(root),)
    return read_text(note, spans), read_urls(note, spans)
