"""The address that the page gives for itself, where it can be the page's."""

from urllib.parse import urlsplit

from archiver.extract.markup import Markup
from archiver.extract.metadata.weighing import Claimed
from archiver.web.url import resolve, site

_RULES = ("head", "opengraph", "json-ld", "highwire")


def choose_url(page: Markup, claims: Claimed) -> str:
    """The canonical address; the page's own where what is written names a front page, or another work."""
    written = {rule: claim.url for rule, claim in claims if claim.url}
    for rule in _RULES:
        url = resolve(page.base, written[rule]) if rule in written else None
        if url is not None and _is_possible(url, page.url):
            return url
    return page.url


def _is_possible(url: str, own: str) -> bool:
    """Whether an address may be this page's: on another host it must end as the page's own does."""
    path, own_path = urlsplit(url).path.strip("/"), urlsplit(own).path.strip("/")
    if not path and own_path:
        return False  # a template that names the front page on every page is a slip
    if _domain(url) == _domain(own):
        return True
    return bool(path) and path.rpartition("/")[2] == own_path.rpartition("/")[2]


def _domain(url: str) -> str:
    """The last labels of a host; enough to tell `m.review.example` from another's."""
    labels = site(url).partition(":")[0].split(".")
    return ".".join(labels[-2:]) if len(labels[-2:][0]) > len("co") else ".".join(labels[-3:])
