"""What a word of a note may belong to."""

from enum import StrEnum


class Label(StrEnum):
    """The part of a note that a word belongs to; CSL's names where there is one."""

    AUTHOR = "author"
    EDITOR = "editor"  # and translator
    TITLE = "title"
    CONTAINER = "container-title"  # a book, a conference
    PERIODICAL = "periodical"  # a journal, a newspaper, a site: also the CSL field container-title
    SERIES = "collection-title"
    DATE = "issued"
    ACCESSED = "accessed"
    VOLUME = "volume"  # and issue
    PAGES = "page"
    PUBLISHER = "publisher"
    PLACE = "publisher-place"
    EDITION = "edition"
    GENRE = "genre"  # and number: S/1588, Technical Report 12
    URL = "URL"
    DOI = "DOI"
    ISBN = "ISBN"
    CITATION_NUMBER = "citation-number"
    NOTE = "note"  # words that belong to no field


HOMES = frozenset([Label.CONTAINER, Label.PERIODICAL])  # what a work appeared in
