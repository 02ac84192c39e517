"""What a person types, as an FTS5 query that cannot fail (SQLite, "FTS5 Extension", 3: Full-text Query Syntax)."""

import re
import unicodedata

_MOST_TERMS = 64  # whoever pastes a page means its beginning
_TERM = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»](\*?)|([^\s"“”„«»]+)')


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


def _is_of_word(char: str) -> bool:
    """What the tokeniser `unicode61` keeps: letters, numbers, private use; and the marks that belong to letters."""
    category = unicodedata.category(char) if char else ""
    return category[:1] in {"L", "N", "M"} or category == "Co"
