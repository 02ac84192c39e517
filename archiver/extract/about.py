"""What lines around a post's words repeat of what its page says of it: title, date, authors, terms."""

import re

from archiver.discover.dates import only_day, without_days
from archiver.extract.tidy import without_heading
from archiver.models.blog import PostFacts

_LONGEST = 160  # characters
_MOST_TERMS = 40
_SHORTEST = 3  # of a name that is told from other words
_WORD = re.compile(r"[^\W_]+")
_READING_TIME = re.compile(
    r"\b\d{1,3}[ -]?(?:min(?:ute)?s?[ -](?:of )?read(?:ing)?(?: time)?|min(?:uten?)?\.? (?:lesezeit|leestijd)|min(?:utes?)?\.? de lecture|"
    r"min(?:utos?)?\.? de (?:lectura|leitura)|min(?:uti)?\.? di lettura)\b|"
    r"\b(?:read(?:ing)? time|lesezeit|leestijd|temps de lecture|tiempo de lectura|tempo de leitura|tempo di lettura) {0,2}:? {0,2}"
    r"\d{1,3} ?(?:min(?:ut(?:en?|es|os|i))?s?\b\.?)?",
    re.IGNORECASE,
)
_STROKES = re.compile(r"[|•·]")
_FILED = re.compile(
    r"\b(?:filed|posted|published) (?:under|in)\b|\b(?:categor(?:y|ies)|kategorien?|catégories?|categorías?|categorias?|categorie|"
    r"tagged(?: with)?|tags?|schlagwörter|étiquettes|etiquetas|veröffentlicht (?:in|unter)|abgelegt unter)\b",
    re.IGNORECASE,
)
_SAID = frozenset(
    "by on at in and von am um par le el por di il de door op posted published written updated last "
    "veröffentlicht geschrieben publié publicado pubblicato geplaatst am pm about estimated and".split()
)


def is_about(text: str, facts: PostFacts) -> bool:
    """Whether a line says nothing but the post's title, or its day, its authors, its terms, how long it takes to read.

    >>> from archiver.models.blog import Found
    >>> facts = PostFacts(url="", authors=(Found(value="Ada Moss", rule=""),), published=Found(value="2019-09-12", rule=""))
    >>> is_about("By Ada Moss | September 12, 2019", facts), is_about("September 11, 2019", facts)
    (True, False)
    >>> is_about("Ada Moss · 6 min read", facts), is_about("6 min read it", facts)
    (True, False)
    """
    if not text or len(text) > _LONGEST:
        return False
    if facts.title is not None and without_heading(f"{text}\n.", facts.title.value) == ".":
        return True
    parts = _STROKES.split(text)
    if len(parts) > 1 and any(_READING_TIME.fullmatch(part.strip()) for part in parts):
        return True  # whatever else a theme says there: no author writes such a line
    rest = text.casefold()
    for author in facts.authors:
        rest = rest.replace(author.value.casefold(), " ")
    rest = _READING_TIME.sub(" ", rest)
    rest = _without_terms(rest, facts)
    is_known = rest != text.casefold()
    undated = without_days(rest)
    if undated != rest:
        if facts.published is None or only_day(_bare(rest)) != facts.published.value[:10]:
            return False
    elif not is_known:
        return False
    return all(word in _SAID for word in _WORD.findall(undated))


def _without_terms(line: str, facts: PostFacts) -> str:
    """A line without the terms that it says the post is filed under; a term alone may be the author's word."""
    unfiled = _FILED.sub(" ", line)
    if unfiled == line:
        return line
    found = unfiled
    terms = {term.value.casefold() for term in (*facts.categories, *facts.tags)[:_MOST_TERMS]}
    for term in sorted(terms, key=lambda term: (-len(term), term)):
        found = re.sub(rf"(?<!\w){re.escape(term)}(?!\w)", " ", found)
    return line if found == unfiled else found


class Masking:
    """Puts signs in the place of what is known of a post, so that lines are alike that say no more ("3 thoughts on …").

    Only where a line has its title, or two things else: a name alone may stand in any sentence.
    """

    def __init__(self, facts: PostFacts) -> None:
        terms = (*facts.categories, *facts.tags)[:_MOST_TERMS]
        known = {"title": (facts.title,), "author": facts.authors, "term": terms}
        self._known = [
            (name, found.value.casefold())
            for name, values in known.items()
            for found in values
            if found is not None and len(found.value) >= _SHORTEST
        ]

    def masked(self, text: str) -> str:
        """A short line with signs in it, where it says so much; else the line."""
        if len(text) > _LONGEST:
            return text
        line = undated = without_days(text)
        seen = {"day"} if undated != text else set()
        for name, value in self._known:
            if value in line.casefold():
                pattern = rf"(?<!\w){re.escape(value)}(?!\w)"
                line, times = re.subn(pattern, f"‹{name}›", line, flags=re.IGNORECASE)
                seen |= {name} if times else set()
        return line if "title" in seen or len(seen) > 1 else text


def _bare(text: str) -> str:
    return " ".join(word for word in text.split() if word.strip("|,·•–—-:") not in _SAID)
