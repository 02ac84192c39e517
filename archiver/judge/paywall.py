"""The beginning of a work, and a price for the rest."""

import re

from archiver.extract.metadata.json_ld import is_free
from archiver.judge.evidence import Evidence
from archiver.models.citation import Outcome, Verdict

# A stub is a paragraph or two. Publishers also call articles not free that they serve whole.
_STUB = 400
_LAST = 4  # sentences at the end, where the price stands
_PRICE = re.compile(
    r"\b(?:subscribe|register|sign up|log in|join)(?: now| today| here)? (?:to|and) (?:read|continue|keep reading|unlock|get (?:full |unlimited )?access|access|see)\b|"
    r"\b(?:to|you want to) (?:read|continue reading|keep reading|access) (?:the (?:rest|full)|this|more|our).{0,60}(?:subscri|register|sign|log in|member)|"
    r"\balready (?:a|an)? ?(?:subscriber|member|registered)\b|\bthis (?:article|story|content|post) is (?:for|only for|available to|reserved for|exclusive).{0,30}(?:subscribers|members)|"
    r"\bfor (?:paid |paying )?(?:subscribers|members) only\b|\bthis post is for (?:paid|paying) subscribers\b|\bsubscriber-only\b|"
    r"\byou(?:(?:'|’)?ve| have) (?:reached|read|used|hit) (?:your|all|the).{0,40}(?:free|limit)|"
    r"\bjetzt (?:abonnieren|weiterlesen|testen)\b|\bweiterlesen mit\b|\bréservé aux abonnés\b|\bla suite est réservée\b|"
    r"\b(?:solo|exclusivo) para suscriptores\b|\bsuscríbete para (?:seguir|leer)|\bexclusivo para assinantes\b|\bassine para (?:ler|continuar)|\bcontenuto riservato agli abbonati\b|\balleen voor abonnees\b|\bdalsza część dostępna\b|"
    r"\b(?:この記事は有料|続きを読むには)",
    re.IGNORECASE,
)
_LOCKED = frozenset(["locked", "paid", "premium", "metered"])


def paywall(page: Evidence) -> Verdict | None:
    """A stub that names its price, or a short one that its own markup calls not free."""
    if page.words > _STUB or page.markup is None:
        return None
    if b"isaccessibleforfree" in page.head and is_free(page.markup) is False:
        return Verdict(
            outcome=Outcome.PAYWALL, reason=f"marked as not free, and only {page.words} words came"
        )
    tier = (page.markup.meta("article:content_tier", "content_tier") or "").lower()
    if tier in _LOCKED and tier != "metered":
        return Verdict(outcome=Outcome.PAYWALL, reason=f"marked as {tier}, and only {page.words} words came")
    if page.words == 0 or not (page.is_signed or tier):
        return None
    last = (*page.sentences[-_LAST:], *page.around[-_LAST - 1 :])
    words = next((found for sentence in last if (found := _PRICE.search(sentence))), None)
    if words is not None:
        return Verdict(outcome=Outcome.PAYWALL, reason=f"breaks off with “{words[0]}”")
    return None
