"""Servers that are ill and say so with status 200: the page is not lost, it is not to be had now."""

import re

from archiver.judge.evidence import Evidence, phrases
from archiver.models.citation import Outcome, Verdict

_SHORT = 60  # words of an apology
_NAMES = phrases(
    """
    Error establishing a database connection | Database Error | Database connection error | Internal Server Error
    500 Internal Server Error | Service Unavailable | 503 Service Unavailable | Service Temporarily Unavailable
    503 Service Temporarily Unavailable | Bad Gateway | 502 Bad Gateway | Gateway Timeout | 504 Gateway Time-out
    Maintenance | Maintenance mode | Under maintenance | Site under maintenance | Down for maintenance | Site maintenance
    Website under maintenance | Scheduled maintenance | We'll be back soon | We will be back soon | We'll be right back
    Sorry, we're down for maintenance | Temporarily unavailable | Site temporarily unavailable
    Wartungsarbeiten | Wartungsmodus | Wartung | Site en maintenance | Maintenance en cours | En mantenimiento
    Sitio en mantenimiento | Em manutenção | Site em manutenção | Sito in manutenzione | In onderhoud | Prace konserwacyjne
    Технические работы | メンテナンス中 | ただいまメンテナンス中です | 网站维护中 | 系统维护中
    """
)
# What a program says when it breaks before its page is made.
_LAST_WORDS = re.compile(
    r"\s*(?:(?:PHP )?(?:Fatal|Parse) error:|Error establishing a database connection|Traceback \(most recent call last\)|"
    r"Server Error in '[^'\n]{0,60}' Application|Could not connect to (?:the )?database|Too many connections\b|"
    r"Application error: a (?:client|server)-side exception)",
    re.IGNORECASE,
)


def ailing(page: Evidence) -> Verdict | None:
    """A page of few words that only says that its server is ill."""
    if page.words > _SHORT or page.is_signed:
        return None
    words = next((head for head in page.heads if head in _NAMES), None)
    if words is None and (said := _LAST_WORDS.match(page.text)):
        words = said[0].strip()
    if words is None:
        return None
    return Verdict(outcome=Outcome.UNREACHABLE, reason=f"the page says “{words}” with status {page.status}")
