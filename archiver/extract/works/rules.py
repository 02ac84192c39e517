"""Labels the words of a note by its punctuation, without what a tagger has learnt.

The order is the policy: addresses and dates first, then what is quoted, then what stands before and after it.
"""

import re
from collections.abc import Sequence

from archiver.extract.works import words as lists
from archiver.extract.works.labels import Label
from archiver.extract.works.tokens import Token, bracketed, quotations, quoted, segments

_YEAR = re.compile(
    r"\W*(?:c\.|ca\.|©)?\W*(?:1[4-9]\d\d|20\d\d)(?:[-–/]\d{2,4})?[a-z]?\W*|\W*(?:n\.d|forthcoming|in press|s\.d)\W*",
    re.IGNORECASE,
)
_DAY = re.compile(r"\W*[0-3]?\d(?:st|nd|rd|th|er|º)?\W*", re.IGNORECASE)
_DATE = re.compile(r"\W*(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}年\S*)\W*")
_URL = re.compile(
    r"[<(\[]*(?:https?://|www\.|(?:[a-z0-9-]+\.)+(?:com|org|net|gov|edu|int|co\.uk)/\S)", re.IGNORECASE
)
_DOI = re.compile(
    r"\W*(?:doi:?|(?:https?://)?(?:dx\.)?doi\.org/\S+|(?:doi:)?10\.\d{4,9}/\S+)\W*", re.IGNORECASE
)
_ISBN = re.compile(r"\W*(?:isbn(?:-1[03])?:?|97[89][\d-]{10,16})\W*", re.IGNORECASE)
_PAGES = re.compile(r"\W*[A-Za-z]{0,2}\d+(?:\s?[-–—]+\s?[A-Za-z]?\d+)?(?:n\d+)?\W*")
_PP = re.compile(r"\W*(?:pp?|pages?|pg|s|с|стр)[.:]?\W*|\W*pp?\.?\d[\d–—-]*\W*", re.IGNORECASE)
_VOL = re.compile(
    r"\W*(?:vol|vols|volume|no|nos|nr|number|issue|n°|nº|bd|band|tome|t|том|№|iss|num)[.:]?\W*", re.IGNORECASE
)
_VOL_NUMBER = re.compile(
    r"\W*\d{1,4}(?:\s?\(\d+[-–/]?\d*\))?\W*|\W*v\.?\d+\W*|\W*\d+[.:/]\d+\W*|\W*[ivxlc]+\W*", re.IGNORECASE
)
_SYMBOL = re.compile(
    r"\(?(?:[A-Z]{1,6}/(?:[\w.()-]+/)*[\w.()-]*\d[\w.()/-]*|(?:GAO|RL|RS|R|IF|CRS|COM|RR|NBER)-?\d[\d-]*[A-Z]*)\W*"
)  # S/RES/84, GAO-19-336SP
_NUMBER = re.compile(r"[\[(]?\d{1,3}[\])]\.?|\d{1,3}\.|\[\w{2,8}\d\d\w?\]")

_BETWEEN_NAMES = frozenset(["and", "&", "et", "und", "y", "al", "", *lists.PARTICLES])
_FIRST_NUMBER = 3  # words before a volume: an author, a title, a container
_SIGNAL_WORDS = 4  # at the start of a note that may lead to it
_LONGEST_NAME = 5  # words of a segment that is a name or two


def label(text: str, tokens: Sequence[Token]) -> list[Label]:
    """A label for each word of a note."""
    return _Reading(text, tokens).labels()


class _Reading:
    """One note while it is being labelled."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.bare = [lists.bare(token.text) for token in tokens]
        self.quotes = quoted(tokens, quotations(text))
        self.segments = segments(tokens, self.quotes)
        self.brackets = bracketed(tokens)
        self.found: list[Label | None] = [None] * len(tokens)

    def labels(self) -> list[Label]:
        """All passes, one after the other."""
        self._addresses()
        self._dates()
        self._numbers()
        title = self._title()
        if title is not None:
            self._before(title[0])
            self._after(title[1])
        return [label or Label.NOTE for label in self.found]

    def _addresses(self) -> None:
        for at, token in enumerate(self.tokens):
            if _DOI.fullmatch(token.text):
                self.found[at] = Label.DOI
            elif _URL.match(token.text):
                self.found[at] = Label.URL
            elif _ISBN.fullmatch(token.text):
                self.found[at] = Label.ISBN
            elif _SYMBOL.fullmatch(token.text) and not self.quotes[at]:
                self.found[at] = Label.GENRE
        if self.tokens and _NUMBER.fullmatch(self.tokens[0].text) and len(self.tokens) > 1:
            self.found[0] = Label.CITATION_NUMBER

    def _dates(self) -> None:
        at, accessed = 0, False
        while at < len(self.tokens):
            accessed = (
                self.bare[at] in lists.ACCESSED
                or (self.bare[at] == "web" and self.tokens[at].text == "Web.")
                or (accessed and self.bare[at] in {"on", "am", "le", "el", "the", "last", "from"})
            )
            if accessed and self.found[at] is None and not self.quotes[at]:
                self.found[at] = Label.ACCESSED
            end = self._date_from(at)
            if end > at:
                kind = Label.ACCESSED if at and self.found[at - 1] is Label.ACCESSED else Label.DATE
                self.found[at:end] = [kind] * (end - at)
                at = end
            else:
                at += 1

    def _date_from(self, at: int) -> int:
        """Where the date ends that begins here; the same place when none does."""
        if self.found[at] in {Label.URL, Label.DOI, Label.ISBN, Label.CITATION_NUMBER} or self.quotes[at]:
            return at
        text = self.tokens[at].text
        if _DATE.fullmatch(text) or _YEAR.fullmatch(text):
            return at + 1 + self._month_after(at + 1)
        end = at
        while end < min(at + 5, len(self.tokens)) and not self.quotes[end]:
            if (
                self.bare[end] in lists.MONTHS
                or re.split(r"[-–/]", self.bare[end])[0] in lists.MONTHS
                or self.bare[end] in {"de", "of"}
            ):
                end += 1
            elif _YEAR.fullmatch(self.tokens[end].text):
                end += 1
                break
            elif _DAY.fullmatch(self.tokens[end].text):
                end += 1
            else:
                break
        return end if any(self.bare[i] in lists.MONTHS for i in range(at, end)) else at

    def _month_after(self, at: int) -> int:
        """How many words of a month and a day follow a year: `(2012, March 5)`."""
        if at < len(self.tokens) and self.bare[at] in lists.MONTHS and not self.quotes[at]:
            return 2 if at + 1 < len(self.tokens) and _DAY.fullmatch(self.tokens[at + 1].text) else 1
        return 0

    def _numbers(self) -> None:
        for at, token in enumerate(self.tokens):
            if self.found[at] is None and not self.quotes[at]:
                self.found[at] = self._number(at, token.text, self.found[at - 1] if at else None)

    def _number(self, at: int, text: str, before: Label | None) -> Label | None:
        """Volume, pages, or neither."""
        has_digit = any(char.isdigit() for char in text)
        if _PP.fullmatch(text) and (has_digit or self._number_at(at + 1)):
            return Label.PAGES
        if before is Label.PAGES and _PAGES.fullmatch(text):
            return Label.PAGES
        if at and _VOL.fullmatch(text) and self._number_at(at + 1):
            return Label.VOLUME
        if at < _FIRST_NUMBER or not has_digit:
            return None
        if _VOL_NUMBER.fullmatch(text):
            told = self.tokens[at - 1].text
            follows = before is Label.DATE or (
                before is Label.VOLUME and (told.endswith(":") or not _VOL.fullmatch(told))
            )
            return Label.PAGES if follows else Label.VOLUME
        return Label.PAGES if _PAGES.fullmatch(text) else None

    def _number_at(self, at: int) -> bool:
        return at < len(self.tokens) and any(c.isdigit() for c in self.tokens[at].text)

    def _title(self) -> tuple[int, int] | None:
        """Where the title stands: the first quotation, else the first open segment after the authors."""
        first = next((at for at, number in enumerate(self.quotes) if number), None)
        if first is not None:
            end = first
            while end < len(self.tokens) and self.quotes[end] == self.quotes[first]:
                end += 1
            self.found[first:end] = [Label.TITLE] * (end - first)
            return first, end
        start = self._authors_end()
        commas = start > 0 and self.tokens[start - 1].text.endswith(
            ","
        )  # as Chicago's notes: Ek, *Title*, 12
        while start < len(self.tokens) and self.found[start] is not None:
            start += 1
        end = start
        while end < len(self.tokens) and self.found[end] is None:
            end += 1
            last = self.tokens[end - 1].text
            if end < len(self.tokens) and self.segments[end] != self.segments[end - 1]:
                if last.endswith((".", "?", "!", ")")) or (last.endswith(",") and commas):
                    break
                if self.tokens[end].text.startswith("("):
                    break
        self.found[start:end] = [Label.TITLE] * (end - start)
        return (start, end) if end > start else None

    def _authors_end(self) -> int:
        """Where what stands before the title ends: at a year, else where segments stop looking like names."""
        end = at = int(bool(self.found) and self.found[0] is Label.CITATION_NUMBER)
        while at < len(self.tokens) and self.found[at] is None:
            last = at
            while last + 1 < len(self.tokens) and self.segments[last + 1] == self.segments[at]:
                last += 1
            follows = last + 1 < len(self.tokens) and self.found[last + 1] is Label.DATE
            if not follows and (
                last - at >= _LONGEST_NAME or not all(map(self._may_name, range(at, last + 1)))
            ):
                break
            at = end = last + 1
            if self.tokens[last].text.endswith((".", ":")) and len(self.bare[last]) > 1:
                break
        return end if end < len(self.tokens) else 0

    def _may_name(self, at: int) -> bool:
        return self.tokens[at].text[:1].isupper() or self.bare[at] in _BETWEEN_NAMES

    def _before(self, title: int) -> None:
        for at in range(title):
            if self.found[at] is None:
                self.found[at] = (
                    Label.NOTE if self.bare[at] in lists.SIGNALS and at < _SIGNAL_WORDS else Label.AUTHOR
                )

    def _after(self, start: int) -> None:
        container = False
        at = start
        while at < len(self.tokens):
            last = at
            while (
                last + 1 < len(self.tokens)
                and self.segments[last + 1] == self.segments[at]
                and self.found[last + 1] is None
            ):
                last += 1
            if self.found[at] is None:
                kind = self._kind(at, last + 1, has_container=container)
                container = container or kind in {Label.CONTAINER, Label.PERIODICAL}
                self.found[at : last + 1] = [kind] * (last + 1 - at)
            at = last + 1

    def _kind(self, start: int, end: int, *, has_container: bool) -> Label:
        """What an open segment after the title is: the first of the list that fits."""
        words = set(self.bare[start:end])
        answers = (
            (Label.EDITOR, bool(words & lists.EDITORS)),
            (Label.PUBLISHER, start > 0 and self.found[start - 1] is Label.PLACE),
            (
                Label.PLACE,
                self.tokens[end - 1].text.endswith(":") and (self.brackets[start] or has_container),
            ),
            (Label.PUBLISHER, bool(words & lists.PUBLISHERS) and not self.quotes[max(start - 1, 0)]),
            (Label.GENRE, bool(words & lists.GENRES) and has_container),
            (Label.PLACE, words <= lists.PLACES | {""}),
            (Label.NOTE, has_container),
            (Label.CONTAINER, self.bare[start] in lists.IN),
        )
        return next((label for label, holds in answers if holds), Label.PERIODICAL)
