"""What the page is about: the claims of all vocabularies, weighed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from archiver.extract.markup import Markup
from archiver.extract.metadata import (
    address,
    byline,
    coins,
    dateline,
    dublin_core,
    head,
    highwire,
    hints,
    json_ld,
    microdata,
    microformats,
    opengraph,
    rights,
)
from archiver.extract.metadata.addressing import choose_url
from archiver.extract.metadata.authorship import Author, Authors, choose_authors
from archiver.extract.metadata.claims import Claims, signed
from archiver.extract.metadata.dating import Dates, choose_dates
from archiver.extract.metadata.disagreement import bounded, by_rule, differing
from archiver.extract.metadata.feed_title import site_in_feed
from archiver.extract.metadata.heading import choose_title, titles
from archiver.extract.metadata.identifiers import doi_in, isbn_in
from archiver.extract.metadata.owner import owner_in, owners
from archiver.extract.metadata.sight import Sight
from archiver.extract.metadata.titles import hosts, key, site_in
from archiver.extract.metadata.weighing import Claimed, all_of, as_named, first_of
from archiver.models.blog import Found
from archiver.models.citation import Disagreement
from archiver.web.language import iso_639_1

# The most trusted first. A vocabulary made for citing knows best where a site uses it at all; what is written for
# machines is more exact than what is written for readers.
READERS: tuple[tuple[str, Callable[[Markup], Claims]], ...] = (
    ("highwire", highwire.read),
    ("json-ld", json_ld.read),
    ("dublin-core", dublin_core.read),
    ("opengraph", opengraph.read),
    ("microdata", microdata.read),
    ("head", head.read),
    ("rights", rights.read),
)
# What is read off the page as readers see it, and its address, come after; a guess comes last, and is called one.
SEEN: tuple[tuple[str, Callable[[Sight], Claims]], ...] = (
    ("microformats", microformats.read),
    ("coins", coins.read),
    ("rel-author", byline.relation),
    ("byline", byline.read),
    ("beside-date", byline.beside_date),
    ("author-link", byline.address),
    ("beside", byline.beside),
    ("dateline", dateline.read),
    ("address", address.read),
    ("guess", dateline.guess),
    ("last-change", dateline.changed),
)
# Where none of these names anybody but the site, fainter signs are looked for.
FAINT: tuple[tuple[str, Callable[[Sight], Claims]], ...] = (
    ("portrait", hints.portrait),
    ("over-post", hints.over_post),
    ("below", byline.below),
    ("linked", hints.linked),
    ("aside", hints.aside),
    ("author-box", hints.box),
)
_OF_THE_PAGE = frozenset(["microformats", "coins", "address"])  # these speak of a front page, too
_FOUND = (
    "title",
    "issued",
    "modified",
    "site",
    "container_title",
    "publisher",
    "section",
    "language",
    "doi",
    "isbn",
    "license",
    "type",
)
# Of these, what other rules say is kept, too; and how each is cleaned before it is compared.
_COMPARED: dict[str, Callable[[str | None], str | None]] = {
    "site": as_named,
    "publisher": as_named,
    "language": iso_639_1,
    "doi": doi_in,
    "license": rights.licence,
}
# Works of these types appear in something, and what they appear in is the site.
_IN_A_SITE = frozenset(["article-newspaper", "article-magazine", "post-weblog"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What a page says of the work that it is. Each value knows which rule it came from; None is an answer."""

    url: str
    title: Found | None = None
    authors: tuple[Author, ...] = ()
    issued: Found | None = None
    modified: Found | None = None
    site: Found | None = None
    container_title: Found | None = None
    publisher: Found | None = None
    section: Found | None = None
    language: Found | None = None
    doi: Found | None = None
    isbn: Found | None = None
    license: Found | None = None
    paywall: bool | None = None
    type: Found | None = None
    disagreements: tuple[Disagreement, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def found_by(self) -> tuple[tuple[str, str], ...]:
        """Field and rule, of each value that a rule found."""
        values = {name: getattr(self, name) for name in _FOUND}
        if self.authors:
            values["author"] = self.authors[0]
        return tuple((name, values[name].rule) for name in sorted(values) if values[name] is not None)


def read_work(page: Markup, *, before: str | None = None) -> Work:
    """Weigh what a page says of itself. `before` is when it was captured: it was not published later."""
    sight = Sight(page, before)
    claims: Claimed = (
        *((rule, reader(page)) for rule, reader in READERS),
        *((rule, reader(sight)) for rule, reader in SEEN if not sight.is_front or rule in _OF_THE_PAGE),
    )
    site = first_of(claims, "site", as_named) or _site_in_title(page)
    publisher = first_of(claims, "publisher", as_named)
    makers = {key(maker.value) for maker in (site, publisher) if maker is not None}
    makers |= hosts(page.url)
    told = titles(sight, claims, makers)
    title = choose_title(sight, told, makers)
    language = first_of(claims, "language", iso_639_1)
    kind = first_of(claims, "type")
    is_thread = kind is not None and kind.value == "post"
    weigh = partial(
        choose_authors,
        makers=makers,
        language=language.value if language else None,
        shows=sight.shows,
        subject=key(title.value) if title is not None else None,
        by_users=is_thread,
    )
    authors = weigh(claims)
    # The fainter signs of a thread are those of everybody who answered.
    looks_further = not sight.is_front and not is_thread
    if looks_further and all(key(author.value) in makers for author in authors.authors):
        claims = (*claims, *((rule, reader(sight)) for rule, reader in FAINT))
        authors = weigh(claims)
    is_dated = any(claim.issued for rule, claim in claims if rule != "last-change")
    if not authors.authors and is_dated and not is_thread:  # an undated page may be a shop's
        claims = (*claims, *_owners(page, site))
        authors = weigh(claims)
    dates: Dates = choose_dates(
        claims, before=before, day_first=sight.day_first, is_signed=bool(authors.authors)
    )
    container = first_of(claims, "container_title", as_named)
    return Work(
        url=choose_url(page, claims),
        title=title,
        authors=authors.authors,
        issued=dates.issued,
        modified=dates.modified,
        site=site,
        container_title=container or (site if kind is not None and kind.value in _IN_A_SITE else None),
        publisher=publisher,
        section=first_of(claims, "section"),
        language=language,
        doi=first_of(claims, "doi", doi_in),
        isbn=first_of(claims, "isbn", isbn_in),
        license=first_of(claims, "license", rights.licence),
        paywall=next((claim.paywall for _, claim in claims if claim.paywall is not None), None),
        type=kind,
        disagreements=_disagreements(claims, told=told, title=title, authors=authors, dates=dates),
        doubts=(*authors.doubts, *dates.doubts),
    )


def _disagreements(
    claims: Claimed, *, told: Sequence[Found], title: Found | None, authors: Authors, dates: Dates
) -> tuple[Disagreement, ...]:
    """What rules say of the same fields, and that was not believed."""
    found = [
        differing("title", _value(title), told),
        differing("author", authors.shown, by_rule(authors.claimed)),
        differing("issued", _value(dates.issued), dates.told("issued")),
        differing("modified", _value(dates.modified), dates.told("modified")),
    ]
    for field, clean in _COMPARED.items():
        said = list(all_of(claims, field, clean))
        found.append(differing(field, said[0].value if said else None, said))
    return bounded(each for differences in found for each in differences)


def _owners(page: Markup, site: Found | None) -> Claimed:
    """The claims of the person whose the site is; that nobody else signs has been seen."""
    named = owner_in(_value(site))
    return [
        (rule, Claims(authors=signed([name])))
        for rule, name in ([("owner", named)] if named else owners(page))
    ]


def _value(found: Found | None) -> str | None:
    return found.value if found is not None else None


def _site_in_title(page: Markup) -> Found | None:
    site = site_in(page.title or "", page.headings)
    if site:
        return Found(value=site, rule="title")
    named = site_in_feed(page)
    return Found(value=named, rule="feed-title") if named else None
