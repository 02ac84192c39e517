"""The language that a blog's page gives as its own."""

import re
from collections.abc import Callable
from functools import lru_cache

from archiver.models.blog import Found
from archiver.web.page import Page, attribute

_CODE = re.compile(r"\s*([a-z]{2,3})(?:[-_]|\s*$)", re.IGNORECASE)

# Most trusted first: where a rule says something, the others are not asked.
_RULES: tuple[tuple[str, Callable[[Page], str | None]], ...] = (
    ("html-lang", lambda page: page.lang),
    ("xml-lang", lambda page: attribute(page.soup.html, "xml:lang")),
    ("og:locale", lambda page: page.meta("og:locale")),
    ("content-language", lambda page: page.meta("content-language")),
)


@lru_cache(maxsize=4)
def language_of(page: Page) -> Found | None:
    """ISO 639-1 or -2, from the document's element, else its head."""
    rule, said = next(((name, said) for name, rule in _RULES if (said := rule(page))), ("", ""))
    code = _CODE.match(said)
    return Found(value=code[1].lower(), rule=rule) if code else None
