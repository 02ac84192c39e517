"""What became of a source, by the whole way that its address leads."""

import re
from collections.abc import Sequence
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from archiver.judge.front import is_front
from archiver.models.citation import Outcome, Verdict
from archiver.web.url import site, without_fragment

_LOGIN_PATH = re.compile(
    r"(?:.*/)?(?:log-?in|log-?on|sign-?in|signon|wp-login\.php|login\.(?:php|aspx?|jsp|html?|do|cgi)|user/login|accounts?/login|"
    r"servicelogin|checkpoint|authwall|uas/login|oauth2?/authorize|saml2?/.*|idp/.*|cas/login|shibboleth.*)/?",
    re.IGNORECASE,
)
_LOGIN_HOST = re.compile(r"(?:login|signin|accounts?|auth|sso|idp|openid|secure-login)\.", re.IGNORECASE)
# What a page is told that is to send its visitor back: where he wanted to go. Not `from` or `ref`, which count visitors.
_BACK = re.compile(
    r"next|continue|goto|return(?:[-_]?(?:to|url|uri|path))?|redirect(?:[-_]?(?:to|url|uri))?|dest(?:ination)?|target|"
    r"back(?:[-_]?(?:to|url))?|came_from|after|service|ziel|success[-_]?url",
    re.IGNORECASE,
)
_CHECK_PATH = re.compile(
    r"consent|cookie|privacy|gdpr|captcha|challenge|are-?you-?(?:a-?)?(?:human|robot)|bot-?check|age-?(?:gate|check)",
    re.IGNORECASE,
)
_NOT_FOUND_PATH = re.compile(
    r"(?:.*/)?(?:404|410|not-?_?found|page-?_?not-?_?found|404-?(?:error|page|not-?found)|error-?_?404|error/(?:404|not-?found))(?:\.\w{2,5})?/?",
    re.IGNORECASE,
)
_WALL_HOST = re.compile(
    r"consent\.|(?:validate|captcha)\.perfdrive\.com$|geo\.captcha-delivery\.com$", re.IGNORECASE
)
_PARKER_HOST = re.compile(
    r"(?:.*\.)?(?:hugedomains\.com|sedo\.com|sedoparking\.com|dan\.com|afternic\.com|parkingcrew\.net|bodis\.com|domainmarket\.com)$",
    re.IGNORECASE,
)


def judge_chain(source_url: str, hops: Sequence[str], final: Verdict, final_url: str) -> Verdict:
    """The verdict on an address, seen from where it leads.

    `hops` are the addresses that redirected, in their order, with or without the first; `final` is the verdict on
    what the last one led to. Only an answer that looks whole is doubted: any other verdict stands.
    """
    way = [without_fragment(url) for url in hops]
    end = without_fragment(final_url)
    if len(set(way)) < len(way) or end in way:
        return Verdict(outcome=Outcome.UNREACHABLE, reason="it redirects in circles")
    start = without_fragment(source_url)
    if final.outcome not in {Outcome.ARCHIVED, Outcome.LOGIN_WALL, Outcome.PENDING} or not (
        way or start != end
    ):
        return final
    return _by_target(start, end) or final


def _by_target(start: str, end: str) -> Verdict | None:
    """What the last address itself tells, against the first."""
    first, last = urlsplit(start), urlsplit(end)
    host = last.hostname or ""
    if _PARKER_HOST.match(host) and not _PARKER_HOST.match(first.hostname or ""):
        return Verdict(outcome=Outcome.PARKED, reason=f"redirected to {host}, which sells domain names")
    if _WALL_HOST.match(host) and not _WALL_HOST.match(first.hostname or ""):
        return Verdict(outcome=Outcome.BOT_WALL, reason=f"redirected to {host} for consent or a check")
    if (wall := _wall(start, end)) is not None:
        return wall
    if _NOT_FOUND_PATH.fullmatch(last.path) and not _NOT_FOUND_PATH.fullmatch(first.path):
        return Verdict(outcome=Outcome.SOFT_404, reason=f"redirected to {end}")
    if is_front(end) and not is_front(start) and _are_one_site(start, end):
        return Verdict(outcome=Outcome.SOFT_404, reason=f"redirected to the front page of {host}")
    return None


def _wall(start: str, end: str) -> Verdict | None:
    """What stands before the page: a check, a login, or what is told where its visitor wanted to go."""
    first, last = urlsplit(start), urlsplit(end)
    leads_back = _leads_back(first, last)
    if leads_back and _CHECK_PATH.search(last.path):
        return Verdict(outcome=Outcome.BOT_WALL, reason=f"redirected to {end} for consent or a check")
    if _is_login(end) and not _is_login(start):
        return Verdict(outcome=Outcome.LOGIN_WALL, reason=f"redirected to a login page: {end}")
    if leads_back:
        return Verdict(
            outcome=Outcome.LOGIN_WALL, reason=f"redirected to a page that stands before it: {end}"
        )
    return None


def _is_login(url: str) -> bool:
    parts = urlsplit(url)
    return (
        _LOGIN_PATH.fullmatch(parts.path) is not None or _LOGIN_HOST.match(parts.hostname or "") is not None
    )


def _leads_back(first: SplitResult, last: SplitResult) -> bool:
    """Whether the last address knows where its visitor wanted to go, and is to send him there."""
    if len(first.path) <= 1 or first.path == last.path:
        return False
    given = (value for name, value in parse_qsl(last.query) if _BACK.fullmatch(name))
    return any(unquote(value).partition("?")[0].endswith(first.path) for value in given)


def _are_one_site(start: str, end: str) -> bool:
    """Whether one is the other, or a part of it. Shorteners lead to front pages of others, and mean it."""
    one, other = site(start), site(end)
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")
