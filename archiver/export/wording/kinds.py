"""What kind of thing a work is to a style, by CSL's type and what is known of it."""

from enum import StrEnum, auto

from archiver.models.item import CitedWork

_CONTAINED = frozenset(
    ["chapter", "entry", "entry-dictionary", "entry-encyclopedia", "paper-conference", "review-book"]
)
ENTRIES = frozenset(["entry", "entry-dictionary", "entry-encyclopedia"])
_ALONE = frozenset(
    [
        "book",
        "document",
        "classic",
        "collection",
        "standard",
        "pamphlet",
        "manuscript",
        "periodical",
        "graphic",
        "map",
    ]
)
_PERIODICAL = frozenset(["article-newspaper", "article-magazine", "article-journal", "article", "review"])
_MOVING = frozenset(["motion_picture", "broadcast", "song"])


class Kind(StrEnum):
    """How styles tell works apart."""

    PAGE = auto()  # on a site
    BLOG = auto()
    POST = auto()  # on a social network, in a forum
    PRESS = auto()  # newspapers and magazines
    JOURNAL = auto()
    BOOK = auto()
    CHAPTER = auto()
    REPORT = auto()
    THESIS = auto()
    VIDEO = auto()  # also what is heard


def kind_of(work: CitedWork) -> Kind:  # noqa: PLR0911 - a list of cases
    """The kind of a work. Without what makes it one, a journal for an article, it is a page on the web, or a book without an address."""
    if work.type == "post-weblog":
        return Kind.BLOG
    if work.type in {"post", "personal_communication"}:
        return Kind.POST
    if work.type in _PERIODICAL and work.container_title:
        return Kind.JOURNAL if work.type != "article-newspaper" and _is_of_a_volume(work) else Kind.PRESS
    if work.type in _CONTAINED and work.container_title:
        return Kind.CHAPTER
    if work.type == "report":
        return Kind.REPORT
    if work.type == "thesis":
        return Kind.THESIS
    if work.type in _MOVING:
        return Kind.VIDEO
    if work.type in _ALONE and (not work.URL or work.publisher or work.ISBN or work.type == "book"):
        return Kind.BOOK
    return Kind.PAGE if work.URL or work.type == "webpage" else Kind.BOOK


def _is_of_a_volume(work: CitedWork) -> bool:
    """Magazines go by their date, even where they count their volumes."""
    return work.type == "article-journal" or (work.type != "article-magazine" and bool(work.volume))


def is_web_entry(work: CitedWork) -> bool:
    """Whether a work is an entry of a reference work on the web, which is cited like a page."""
    return work.type in ENTRIES and bool(work.URL) and not (work.publisher or work.editor)
