"""The language that a blog's page gives as its own."""

import re

from archiver.web.page import Page, attribute


def language_of(page: Page) -> str | None:
    """ISO 639-1 or -2, from the document's element, else its head."""
    html = page.soup.html
    said = (
        attribute(html, "lang")
        or attribute(html, "xml:lang")
        or page.meta("og:locale", "content-language")
        or ""
    )
    code = re.split(r"[-_]", said.strip().lower())[0]
    return code if re.fullmatch(r"[a-z]{2,3}", code) else None
