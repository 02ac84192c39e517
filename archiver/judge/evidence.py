"""What of an answer a judgement rests on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from archiver.extract.content.outline import Block, outline
from archiver.extract.markup import Markup
from archiver.models.capture import Capture
from archiver.models.citation import Document
from archiver.web.beginning import beginning
from archiver.web.charset import decode
from archiver.web.media_type import is_html, media_type

_BETWEEN = re.compile(r"\s+[|–—:·•»«~-]+\s+|\s*[|»]\s*|:\s+")
_PUNCTUATION = re.compile(r"[^\w\s]+")
_SENTENCE_END = re.compile(r"(?<=[.!?。])\s+|\n+")
_USER = re.compile(r"user|login|e-?mail|identifier|account", re.IGNORECASE)
_OF_THE_SITE = frozenset(["head", "opengraph"])  # rules
_NO_TEXT = 30  # words
_AFTER = 3  # lines
_UPPER = 400_000  # bytes; a page that refuses, sells or asks is a small one


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """An answer as a judge looks at it. What is dear to know is found out when it is asked for."""

    capture: Capture
    document: Document | None

    @property
    def status(self) -> int:
        """The status; 0 where there was no answer."""
        return self.capture.status or 0

    @cached_property
    def markup(self) -> Markup | None:
        """The page, or the beginning of a long one; None where the answer is none."""
        kind = self.capture.snapshot.content_type
        if not is_html(media_type(self.capture.payload, kind)):
            return None
        return Markup.parse(self.capture.url, beginning(decode(self.capture.payload[:_UPPER], kind).text))

    @cached_property
    def head(self) -> bytes:
        """The beginning of the body, lower case, for the marks that machines leave."""
        return self.capture.payload[:_UPPER].lower()

    @property
    def text(self) -> str:
        """The main text, as far as it was read."""
        return self.document.text if self.document is not None else ""

    @cached_property
    def words(self) -> int:
        """How many words the main text has."""
        return len(self.text.split())

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The main text in sentences and lines."""
        return tuple(sentence for sentence in _SENTENCE_END.split(self.text) if sentence.strip())

    @cached_property
    def blocks(self) -> Sequence[Block]:
        """All that a reader sees of the page, in runs of text."""
        return outline(self.markup.root).blocks if self.markup is not None else ()

    @cached_property
    def around(self) -> tuple[str, ...]:
        """The lines of the page from where its main text begins to a few after its end: also those that are no text of the work."""
        lines = self.text.split("\n")
        if self.markup is None or not lines[0]:
            return ()
        shown = [block.text for block in self.blocks]
        places = [number for number, line in enumerate(shown) if line in {lines[0], lines[-1]}]
        return tuple(shown[places[0] : places[-1] + 1 + _AFTER]) if places else ()

    @property
    def is_signed(self) -> bool:
        """Whether the page names an author or a date of publication: a work does, an error page does not.

        A date that stands in the address alone is the lost page's. What only `<meta>` says may be the same on every page of
        a site, its errors and logins too: it counts where there is a text.
        """
        if self.document is None:
            return False
        rules = dict(self.document.found_by)
        named = (("author", self.document.author), ("issued", self.document.issued))
        found = {rules.get(field) for field, value in named if value is not None} - {"address"}
        return bool(found - _OF_THE_SITE) or (bool(found) and self.words > _NO_TEXT)

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """What the page calls itself, as words: its title, whole and in parts, and its first headings."""
        if self.markup is None:
            return ()
        title = self.markup.title or ""
        named = (title, *_BETWEEN.split(title), *self.markup.headings[:2])
        return tuple(dict.fromkeys(words for name in named if (words := said(name))))

    @property
    def heading(self) -> str:
        """The first heading, as words."""
        return said(self.markup.headings[0]) if self.markup is not None and self.markup.headings else ""

    @cached_property
    def asks_for_password(self) -> bool:
        """Whether the page has a field for one."""
        return self.markup is not None and any(
            (field.get("type") or "").lower() == "password" for field in self.markup.root.iter("input")
        )

    @cached_property
    def asks_for_name(self) -> bool:
        """Whether the page has a field for a name or an address of mail, as the first step of a login."""
        return self.markup is not None and any(
            (field.get("type") or "text").lower() in {"email", "text"}
            and _USER.search(" ".join(map(str, field.attrib.values()))) is not None
            for field in self.markup.root.iter("input")
        )


def said(text: str) -> str:
    """Words without case and punctuation, for comparing with phrases.

    >>> said("Oops! That page can't be found.")
    'oops that page cant be found'
    """
    return " ".join(_PUNCTUATION.sub("", text.casefold()).split())


def phrases(lines: str) -> frozenset[str]:
    """A list of phrases, apart by bars and line ends, as words.

    >>> sorted(phrases("Log in | Sign in"))
    ['log in', 'sign in']
    """
    return frozenset(
        words for line in lines.splitlines() for phrase in line.split("|") if (words := said(phrase))
    )
