"""What the page is about: the claims of all vocabularies, weighed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from archiver.extract.markup import Markup
from archiver.extract.metadata import (
    address,
    byline,
    dublin_core,
    head,
    highwire,
    json_ld,
    microdata,
    microformats,
    opengraph,
)
from archiver.extract.metadata.claims import Claims
from archiver.extract.metadata.identifiers import doi_in
from archiver.extract.metadata.names import names
from archiver.extract.metadata.titles import as_spoken, key, site_in, without_site
from archiver.models.blog import Found
from archiver.web.dates import iso_date
from archiver.web.language import iso_639_1
from archiver.web.url import resolve

# The most trusted first. A vocabulary made for citing knows best where a site uses it at all; what is written for
# machines is more exact than what is written for readers; what is read off the page or its address comes last.
READERS: tuple[tuple[str, Callable[[Markup], Claims]], ...] = (
    ("highwire", highwire.read),
    ("json-ld", json_ld.read),
    ("dublin-core", dublin_core.read),
    ("opengraph", opengraph.read),
    ("microdata", microdata.read),
    ("microformats", microformats.read),
    ("head", head.read),
    ("byline", byline.read),
    ("address", address.read),
)
# A system's empty date, not a day on which anything came out.
_UNSET = ("1970-01-01",)
# Works of these types appear in something, and what they appear in is the site.
_IN_A_SITE = frozenset(["article-newspaper", "article-magazine", "post-weblog"])
# Vocabularies that have a word for the author, and do not merely show a name.
_EXPLICIT = frozenset(["highwire", "json-ld", "dublin-core", "microdata", "head"])
_LONGEST_TITLE = 500  # characters
_DAY = len("2019-05-02")
_Claimed = Sequence[tuple[str, Claims]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What a page says of the work that it is. Each value knows which vocabulary it came from; None is an answer."""

    url: str
    title: Found | None = None
    authors: tuple[Found, ...] = ()
    issued: Found | None = None
    site: Found | None = None
    container_title: Found | None = None
    publisher: Found | None = None
    language: Found | None = None
    doi: Found | None = None
    type: Found | None = None


def read_work(page: Markup, *, before: str | None = None) -> Work:
    """Weigh what a page says of itself. `before` is when it was captured: it was not published later."""
    claims: list[tuple[str, Claims]] = []
    for rule, reader in READERS:
        # Looking over the page is dear, and needless where its head has said who and when.
        if rule != "byline" or not (
            _authors(claims, _names_of(_site(claims), _publisher(claims))) and _issued(claims, before)
        ):
            claims.append((rule, reader(page)))
    site = _site(claims) or _found([("title", site_in(page.title or "", page.headings))])
    publisher = _publisher(claims)
    makers = _names_of(site, publisher)
    kind = _found((rule, claim.type) for rule, claim in claims)
    container = _found((rule, claim.container_title) for rule, claim in claims)
    return Work(
        url=_url(page, claims),
        title=_title(page, claims, makers),
        authors=_authors(claims, makers),
        issued=_issued(claims, before),
        site=site,
        container_title=container or (site if kind is not None and kind.value in _IN_A_SITE else None),
        publisher=publisher,
        language=_found((rule, iso_639_1(claim.language)) for rule, claim in claims),
        doi=_found((rule, doi_in(claim.doi)) for rule, claim in claims),
        type=kind,
    )


def _found(values: Iterable[tuple[str, str | None]]) -> Found | None:
    return next((Found(value=value, rule=rule) for rule, value in values if value), None)


def _site(claims: _Claimed) -> Found | None:
    return _found((rule, claim.site) for rule, claim in claims)


def _publisher(claims: _Claimed) -> Found | None:
    return _found((rule, claim.publisher) for rule, claim in claims)


def _names_of(*makers: Found | None) -> set[str]:
    """The names of those who made the site, in the form in which names are compared."""
    return {key(maker.value) for maker in makers if maker is not None}


def _title(page: Markup, claims: _Claimed, makers: set[str]) -> Found | None:
    written = [(rule, claim.title[:_LONGEST_TITLE]) for rule, claim in claims if claim.title]
    written += [("heading", heading) for heading in page.headings[:1]]
    headings = [heading for heading in page.headings if key(heading) not in makers]
    bare = [
        (rule, as_spoken(without_site(title, sites=makers, headings=headings, url=page.url), headings))
        for rule, title in written
    ]
    # A work called like its site is the site's front page, or a template that was never filled in.
    return _found((rule, title) for rule, title in bare if key(title) not in makers) or _found(bare)


def _authors(claims: _Claimed, makers: set[str]) -> tuple[Found, ...]:
    named = [(rule, name) for rule, claim in claims for name in names(claim.authors)]
    # A site that signs its own articles is their author only where nobody else is.
    persons = [(rule, name) for rule, name in named if key(name) not in makers]
    chosen = persons or [(rule, name) for rule, name in named if rule in _EXPLICIT]
    return tuple(Found(value=name, rule=rule) for rule, name in chosen if rule == chosen[0][0])


def _issued(claims: _Claimed, before: str | None) -> Found | None:
    dated = [
        Found(value=date, rule=rule)
        for rule, claim in claims
        for written in claim.issued
        if (date := iso_date(written))
        and not date.startswith(_UNSET)
        and (before is None or date[:10] <= before[:10])
    ]
    if not dated:
        return None
    first = dated[0]
    # A year or a month says no less than the day of which it is a part.
    return next(
        (
            found
            for found in dated
            if len(first.value) < _DAY <= len(found.value) and found.value.startswith(first.value)
        ),
        first,
    )


def _url(page: Markup, claims: _Claimed) -> str:
    """The address that the page gives for itself, where it can be the page's."""
    written = {rule: claim.url for rule, claim in claims}
    for rule in ("head", "opengraph", "json-ld", "highwire"):
        url = resolve(page.base, written.get(rule) or "") if written.get(rule) else None
        # A template that names the front page on every page is a slip.
        if url is not None and (urlsplit(url).path.strip("/") or not urlsplit(page.url).path.strip("/")):
            return url
    return page.url
