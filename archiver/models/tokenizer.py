"""How texts are taken apart for search (SQLite FTS5, "Tokenizers")."""

from enum import StrEnum


class Tokenizer(StrEnum):
    """What counts as found."""

    PORTER = "porter"  # words by their English stem: "citing" finds "cited"
    UNICODE61 = "unicode61"  # words as they are written, but for accents and case
    TRIGRAM = "trigram"  # any piece of a text: for languages without spaces, and for parts of words


ARGUMENTS = {
    Tokenizer.PORTER: "porter unicode61 remove_diacritics 2",
    Tokenizer.UNICODE61: "unicode61 remove_diacritics 2",
    Tokenizer.TRIGRAM: "trigram",
}
SHORTEST = 3  # characters that an index of trigrams can find
