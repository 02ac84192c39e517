"""Names that are for sale, and say so on every address."""

import re

from archiver.judge.evidence import Evidence, phrases
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
    b'window.location.href="/lander"',
)
_FOR_SALE = re.compile(
    r"\b(?:this|the) (?:web ?site|domain|domain name|web address|premium domain)\b.{0,60}?\b(?:is|may be|could be) (?:now )?(?:for sale|available for (?:purchase|sale))|"
    r"\bbuy this (?:domain|web ?site)\b|\bdomain(?: name)? (?:is|has been) parked\b|\bparked (?:free|domain)\b|"
    r"\b(?:this|the) domain(?: name)? (?:has )?(?:recently )?expired\b|"
    r"\bdiese (?:domain|webseite) steht zum verkauf\b|\bdomain (?:ist|zu) (?:zu )?verkaufen\b|\bce nom de domaine est à vendre\b|"
    r"\beste dominio está (?:en|a la) venta\b|\bquesto dominio è in vendita\b|\bdeze domeinnaam is te koop\b|域名出售",
    re.IGNORECASE,
)
# A name or a kind of name, and what is done with it, in one sentence.
_NAME = re.compile(
    r"\b(?:domain(?: ?names?)?|domaine|dominio|domínio|domeinnaam|domeniu|domän|domene|domæne|verkkotunnus|domena|doména|alan adı|"
    r"website|webpage|web address)\b|\b[a-z0-9][a-z0-9-]{1,62}\.[a-z]{2,24}\b|домен|域名|網域|ドメイン|도메인",
    re.IGNORECASE,
)
_OFFERED = re.compile(
    r"\b(?:(?:is|are|now|listed|may be) for sale(?! no| any)|for sale[!.]?$|buy now|make an offer|zu verkaufen|zum verkauf|kaufen sie|können sie kaufen|"
    r"à vendre|en venta|a la venta|à venda|in vendita|te koop|de vânzare|till salu|til salg|myytävänä|na sprzedaż|na prodej|satılık|eladó|"
    r"(?:has |recently )?expired(?: on\b|[!.]?$)|pending (?:renewal|deletion)|abgelaufen|a expiré|ha caducado|è scaduto|is verlopen|wygasła)|"
    r"прода[её]тся|выставлен на продажу|срок .{0,30}ист[её]к|出售|转让|販売中|売ります|売りに出|판매|期限切れ|已过期|已到期",
    re.IGNORECASE,
)
_SENTENCES, _LONGEST = 6, 200  # the first of the page; characters of each
# A name whose owner has put nothing there.
_EMPTY = phrases(
    """
    Coming soon | Website coming soon | Site coming soon | Our website is coming soon | Under construction | Site under construction
    This site is under construction | Website under construction | This website is under construction | Page under construction
    Future home of something quite cool. | This site isn't published yet | Site not published | Website not published
    This site is not published | Website expired | Your website is ready | This site is currently private
    This website is currently unavailable | Site unavailable | Im Aufbau | Hier entsteht eine neue Internetpräsenz
    Hier entsteht eine neue Website | Diese Website befindet sich im Aufbau | Site en construction | En construction
    Sitio en construcción | Página en construcción | Em construção | Site em construção | Sito in costruzione
    In costruzione | In aanbouw | Strona w budowie | Сайт в разработке | Сайт находится в разработке | 工事中 | 网站建设中
    """
)
_FEW = 50  # words
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
    title = page.markup.title or ""
    words = _FOR_SALE.search(page.text)
    first = (title, *page.markup.headings[:2], *page.sentences[:_SENTENCES])
    said = words[0] if words is not None else next(filter(_sells, first), None)
    if said is not None:
        return Verdict(outcome=Outcome.PARKED, reason=f"the page says “{said[:_LONGEST]}”")
    if _TITLE.fullmatch(title) or (page.words <= _FEW and any(head in _EMPTY for head in page.heads)):
        return Verdict(outcome=Outcome.PARKED, reason=f"the page is called “{title or page.heading}”")
    return None


def _sells(sentence: str) -> bool:
    beginning = sentence[:_LONGEST]
    return _NAME.search(beginning) is not None and _OFFERED.search(beginning) is not None
