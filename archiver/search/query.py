"""What a person types, as a query that cannot fail (SQLite, "FTS5 Extension", 3: Full-text Query Syntax)."""

import re
import unicodedata
from dataclasses import dataclass

from archiver.models.tokenizer import SHORTEST, Tokenizer

_MOST_TERMS = 64  # whoever pastes a page means its beginning
_TERM = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»](\*?)|([^\s"“”„«»]+)')


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: in the index of words, and where pieces are too short for it, in the texts themselves."""

    expression: str  # of FTS5; empty: nothing for the index
    scraps: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left to find."""
        return not self.expression and not self.scraps


def asked(text: str, tokenizer: Tokenizer) -> Query:
    """What was typed, for an index that takes texts apart so."""
    return _pieces(text) if tokenizer is Tokenizer.TRIGRAM else Query(match_expression(text))


def match_expression(text: str) -> str:
    r"""All words must occur; `"quoted words"` side by side, `begin*` as a beginning. Empty when nothing is left to find.

    Every other sign is no syntax but a gap between words, as it is in the index.

    >>> match_expression('covid-19 AND "long term" vaccin*')
    '"covid 19" "AND" "long term" "vaccin"*'
    >>> match_expression('!? ""')
    ''
    """
    terms = (_term(match) for match in _TERM.finditer(text))
    return " ".join([term for term in terms if term][:_MOST_TERMS])


def _term(match: re.Match[str]) -> str:
    raw = match[1] if match[1] is not None else match[3]
    words = " ".join("".join(char if _is_of_word(char) else " " for char in raw).split())
    if not words:
        return ""
    is_prefix = match[2] == "*" or (raw.endswith("*") and _is_of_word(raw.rstrip("*")[-1:]))
    return f'"{words}"*' if is_prefix else f'"{words}"'


def _pieces(text: str) -> Query:
    """For trigrams: a piece is found as it is typed, signs and all. What has nothing of a word in it is no piece.

    Pieces of fewer than three characters are in no such index, and words of two are the most in Chinese.
    """
    raw = ((match[1] if match[1] is not None else match[3]) for match in _TERM.finditer(text))
    typed = (" ".join(piece.replace("\0", " ").strip("* ").split()) for piece in raw)
    pieces = [piece for piece in typed if any(map(_is_of_word, piece))][:_MOST_TERMS]
    return Query(
        " ".join(f'"{piece}"' for piece in pieces if len(piece) >= SHORTEST),
        tuple(piece for piece in pieces if len(piece) < SHORTEST),
    )


def _is_of_word(char: str) -> bool:
    """What the tokeniser `unicode61` keeps: letters, numbers, private use; and the marks that belong to letters."""
    category = unicodedata.category(char) if char else ""
    return category[:1] in {"L", "N", "M"} or category == "Co"
