"""Who wrote it: the signatures of all rules, weighed."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from archiver.extract.metadata.names import has_post, is_login, names
from archiver.extract.metadata.persons import name_of, shown, without_title
from archiver.extract.metadata.titles import key
from archiver.extract.metadata.weighing import Claimed
from archiver.models.work import Name

_LONGEST_LOGIN = 20  # letters that somebody chooses
_MOST = 60  # signatures of one rule; physics papers have thousands, and the first tell enough
# Tags that a system fills with its default; where a byline names another, readers are told the truth.
_TAGS = frozenset(["dublin-core", "opengraph", "head"])
# Search engines and networks ask these for an author, whoever that is.
_SCHEMES = frozenset(["json-ld", "opengraph", "microdata"])
# What readers see.
_READ = frozenset(["rel-author", "byline", "beside-date", "author-link", "beside", "below", "microformats"])
# Which may name more authors than the first rule does.
_MORE = ("rel-author", "byline")
_SHOWN = ("microformats", "rel-author", "byline")
_DOUBTS = {
    "author-box": ("the author is a guess: the only person whom the page describes",),
    "owner": ("the author is a guess: the site bears this name",),
    "copyright": ("the author is a guess: the site's copyright is this person's",),
}
_UNSEEN = ("the author is a user's name, told to machines only",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """An author as displayed and in parts, and the rule that found the name."""

    value: str
    name: Name
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Authors:
    """The authors, and what is doubtful about them."""

    authors: tuple[Author, ...] = ()
    doubts: tuple[str, ...] = ()
    claimed: tuple[tuple[str, str], ...] = ()  # rule and name, of all

    @property
    def shown(self) -> str | None:
        """As one line; None where there are none."""
        return "; ".join(author.value for author in self.authors) or None


def choose_authors(
    claims: Claimed,
    makers: set[str],
    *,
    language: str | None,
    shows: Callable[[str], bool],
    subject: str | None = None,
    by_users: bool = False,
) -> Authors:
    """The authors by the first rule that names somebody; a site signs its own work only where nobody else does.

    What the work is about, `subject`, has not written it: a table of facts is marked up as a card, too. In a thread the first
    entry is the work: it is signed `by_users`, under names that they chose, and readers are told of all who answered.
    """
    all_signed = [
        author
        for author in signatures(claims, language=language)
        if author.rule not in _READ or key(author.value) != subject
    ]
    claimed = tuple((author.rule, author.value) for author in all_signed)
    signed = [
        author
        for author in all_signed
        if author.rule in _READ or shows(author.value) or not _is_filled_in(author, makers)
    ]
    persons = [author for author in signed if key(author.value) not in makers]
    by_rule: dict[str, list[Author]] = {}
    for author in persons or signed:
        by_rule.setdefault(author.rule, []).append(author)
    if not by_rule:
        return Authors(claimed=claimed)
    chosen = next(iter(by_rule.values()))
    shown = next((by_rule[rule] for rule in _SHOWN if rule in by_rule), None)
    if shown is not None and not by_users and _is_default(chosen) and _are_others(shown, chosen):
        chosen = shown
    chosen = _with_more(chosen, by_rule)
    is_unseen = all(is_login(author.value) and not shows(author.value) for author in chosen)
    return Authors(
        authors=tuple(_as_elsewhere(author, all_signed) for author in chosen),
        doubts=_UNSEEN if is_unseen else _DOUBTS.get(chosen[0].rule, ()),
        claimed=claimed,
    )


def _with_more(chosen: list[Author], by_rule: dict[str, list[Author]]) -> list[Author]:
    """What a byline says that names these authors first, and more: machines are often told of the first alone."""
    names = [_bare_key(author) for author in chosen]
    for rule in _MORE:
        more = by_rule.get(rule, [])
        if (
            len(more) > len(names)
            and [_bare_key(author) for author in more[: len(names)]] == names
            and _are_persons(more)
        ):
            return more
    return chosen


def _bare_key(author: Author) -> str:
    return key(without_title(author.value))


def _are_persons(authors: list[Author]) -> bool:
    return all(
        author.name.literal is None and " " in author.value and not has_post(author.value)
        for author in authors
    )


def _as_elsewhere(author: Author, signed: list[Author]) -> Author:
    """A name in capitals as the page writes it elsewhere in small letters; else as it stands."""
    if not author.value.isupper():
        return author
    same = (other for other in signed if not other.value.isupper() and key(other.value) == key(author.value))
    other = next(same, None)
    return replace(author, value=other.value, name=other.name) if other is not None else author


def _is_filled_in(author: Author, makers: set[str]) -> bool:
    """Whether it may be what a system puts where nobody signed: the site's name, a machine's."""
    return (is_login(author.value) and len(author.value) > _LONGEST_LOGIN) or (
        author.rule in _SCHEMES and key(author.value) in makers
    )


def _is_default(authors: list[Author]) -> bool:
    """Whether it may be whoever runs the system: a tag of the page's head, or a user's name in one word."""
    return authors[0].rule in _TAGS or all(" " not in author.value for author in authors)


def _are_others(shown: list[Author], told: list[Author]) -> bool:
    """Whether the byline names persons, and other ones than the page's head does."""
    names = {key(author.value) for author in told}
    return all(
        author.name.literal is None and " " in author.value and key(author.value) not in names
        for author in shown
    )


def signatures(claims: Claimed, *, language: str | None) -> list[Author]:
    """Every name that a rule gives."""
    found = []
    for rule, claim in claims:
        seen: set[str] = set()
        for signature in claim.authors[:_MOST]:
            for written in names([signature.text]):
                name = name_of(written, is_person=signature.is_person, language=language)
                value = shown(name, written)
                if value.casefold() not in seen:
                    seen.add(value.casefold())
                    found.append(Author(value=value, name=name, rule=rule))
    return found
