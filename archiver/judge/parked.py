"""Names that are for sale, and say so on every address."""

import re

from archiver.judge.evidence import Evidence
from archiver.models.citation import Outcome, Verdict

_SHORT = 200  # words; the rest of such a page are links to advertisements
# Hosts that serve parking pages and little else. A page that only links to one is longer.
_PARKERS = (
    b"sedoparking.com",
    b"parkingcrew.net",
    b"bodis.com",
    b"parklogic.com",
    b"above.com/marketplace",
    b"hugedomains.com/domain_profile",
    b"afternic.com/forsale",
    b"dan.com/buy-domain",
    b"wsimg.com/parking-lander",
    b"domainmarket.com/buynow",
    b"undeveloped.com/buy-domain",
)
_FOR_SALE = re.compile(
    r"\b(?:this|the) (?:web ?site|domain|domain name|web address|premium domain)\b.{0,60}?\b(?:is|may be|could be) (?:now )?(?:for sale|available for (?:purchase|sale))|"
    r"\bbuy this (?:domain|web ?site)\b|\bdomain(?: name)? (?:is|has been) parked\b|\bparked (?:free|domain)\b|"
    r"\b(?:this|the) domain(?: name)? (?:has )?(?:recently )?expired\b|"
    r"\bdiese (?:domain|webseite) steht zum verkauf\b|\bdomain (?:ist|zu) (?:zu )?verkaufen\b|\bce nom de domaine est à vendre\b|"
    r"\beste dominio está (?:en|a la) venta\b|\bquesto dominio è in vendita\b|\bdeze domeinnaam is te koop\b|域名出售",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:.{0,60} )?(?:is for sale|is parked|registered at .{1,40}|parked domain(?: name)?.{0,40}|domain for sale.{0,40})",
    re.IGNORECASE,
)


def parked(page: Evidence) -> Verdict | None:
    """A parked name: a short page that sells its own address."""
    if page.words > _SHORT or page.is_signed or page.markup is None:
        return None
    if any(mark in page.head for mark in _PARKERS):
        return Verdict(outcome=Outcome.PARKED, reason="the page is one of a company that parks domain names")
    words = _FOR_SALE.search(page.text)
    title = page.markup.title or ""
    if words is not None:
        return Verdict(outcome=Outcome.PARKED, reason=f"the page says “{words[0]}”")
    return (
        Verdict(outcome=Outcome.PARKED, reason=f"the page is called “{title}”")
        if _TITLE.fullmatch(title)
        else None
    )
