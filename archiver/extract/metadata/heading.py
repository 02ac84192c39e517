"""The title of the work: the one that readers see, confirmed by the one that machines are told."""

from archiver.extract.markup import Markup
from archiver.extract.metadata.titles import as_spoken, key, without_site
from archiver.extract.metadata.weighing import Claimed
from archiver.models.blog import Found

_LONGEST = 500  # characters


def choose_title(page: Markup, claims: Claimed, makers: set[str]) -> Found | None:
    """The title by the first rule that has one; one that is only the site's name where there is no other."""
    bare = titles(page, claims, makers)
    return next((found for found in bare if key(found.value) not in makers), next(iter(bare), None))


def titles(page: Markup, claims: Claimed, makers: set[str]) -> list[Found]:
    """What each rule says, without the site's name, in the words of the page's own heading."""
    written = [(rule, claim.title[:_LONGEST]) for rule, claim in claims if claim.title]
    written += [("heading", heading) for heading in page.headings[:1]]
    headings = [heading for heading in page.headings if key(heading) not in makers]
    return [
        Found(value=as_spoken(without_site(title, sites=makers, headings=headings, url=page.url), headings), rule=rule)
        for rule, title in written
    ]
