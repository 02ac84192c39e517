"""Who wrote it: the signatures of all rules, weighed."""

from dataclasses import dataclass

from archiver.extract.metadata.names import is_login, names
from archiver.extract.metadata.persons import name_of, shown
from archiver.extract.metadata.titles import key
from archiver.extract.metadata.weighing import Claimed
from archiver.models.work import Name

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


def choose_authors(claims: Claimed, makers: set[str], *, language: str | None) -> Authors:
    """The authors by the first rule that names somebody; a site signs its own work only where nobody else does."""
    signed = signatures(claims, language=language)
    persons = [author for author in signed if key(author.value) not in makers]
    chosen = persons or signed
    return Authors(authors=tuple(author for author in chosen if author.rule == chosen[0].rule))


def signatures(claims: Claimed, *, language: str | None) -> list[Author]:
    """Every name that a rule gives."""
    found = []
    for rule, claim in claims:
        seen: set[str] = set()
        for signature in claim.authors:
            for written in names([signature.text]):
                if is_login(written) and rule not in {"rel-author", "byline"}:
                    continue
                name = name_of(written, is_person=signature.is_person, language=language)
                value = shown(name, written)
                if value.casefold() not in seen:
                    seen.add(value.casefold())
                    found.append(Author(value=value, name=name, rule=rule))
    return found
