"""A site that bears the name of a person is that person's: whoever signs nothing there is its owner. A guess."""

from archiver.extract.metadata.name_words import BODIES, GIVEN, NEVER, POSTS
from archiver.extract.metadata.names import looks_like_name
from archiver.extract.works.words import GIVEN as GIVEN_IN_NOTES

_FEWEST, _MOST = 2, 3  # words


def owner_in(site: str | None) -> str | None:
    """The person whose name a site bears; None where it bears another.

    >>> owner_in("Anna Berg"), owner_in("River Post"), owner_in("Anna Berg Books Ltd")
    ('Anna Berg', None, None)
    """
    name = (site or "").strip()
    parts = name.split()
    if not _FEWEST <= len(parts) <= _MOST or not looks_like_name(name):
        return None
    lower = [part.casefold().strip(".,’'") for part in parts]
    if any(part in BODIES or part in POSTS or part in NEVER or part in _OTHERS for part in lower):
        return None
    if not all(part[0].isupper() for part in parts) or any(
        not letter.isalpha() for letter in name if letter not in " .-’'"
    ):
        return None
    return name if lower[0] in GIVEN_IN_NOTES or lower[0] in GIVEN else None


_OTHERS = frozenset(
    "books book photography design designs yoga fitness kitchen food foods wine travel music art arts law legal homes home house farm farms "
    "bank insurance motors auto sports coffee cars dental realty properties tech digital creative consulting foundation county city state hotel "
    "blogs weblog online net website page pages journal diary notes".split()
)
