"""What is kept of a page to be held against others of its host."""

import re
from urllib.parse import parse_qsl, unquote, urlsplit

from archiver.judge.doubt import asks_for_scripts, is_in_doubt, is_shell, plain
from archiver.judge.evidence import Evidence, said
from archiver.models.capture import Role
from archiver.models.citation import Outcome, Verdict
from archiver.models.stand_in import Shown

TELLS = frozenset(
    [Outcome.ARCHIVED, Outcome.SOFT_404, Outcome.GONE]
)  # what a host shows for nothing, where it shows anything
_MOST = 4000  # characters of a text that are held against another
_SHORTEST = 4  # letters of a word of an address that is taken out of a text
_DIGITS = re.compile(r"\d+")
_PARTS = re.compile(r"[^\W_]+")
_GONE = frozenset([404, 410])


def shown(page: Evidence, verdict: Verdict) -> Shown | None:
    """What is worth keeping of a page for such comparisons: one that is dead, made up, doubtful, or redirected to."""
    visit = page.capture.visit
    is_redirected = visit.hops_from_seed.endswith("R")
    is_dead = page.status in _GONE or verdict.outcome is Outcome.SOFT_404
    is_made_up = visit.role is Role.PROBE and verdict.outcome in TELLS
    if not (is_dead or is_made_up or is_in_doubt(page, verdict, is_redirected=is_redirected)):
        return None
    sought = _words_of(page.capture.url) | _words_of(visit.via if is_redirected else None)
    if page.markup is None:
        text = plain(page)
        return Shown(title="", main="", whole=_masked(text, sought)) if text else None
    if is_shell(page.markup) or asks_for_scripts(page):
        return None
    return Shown(
        title=_masked(page.markup.title or "", sought),
        main=_masked(page.text, sought),
        whole=_masked("\n".join(block.text for block in page.blocks), sought),
        canonical=next(iter(page.markup.links("canonical")), None),
    )


def _words_of(url: str | None) -> frozenset[str]:
    """The words by which an address names its page: an apology likes to repeat them."""
    if url is None:
        return frozenset()
    parts = urlsplit(url)
    names = [segment for segment in parts.path.split("/") if segment][-2:]
    names += [value for _, value in parse_qsl(parts.query)]
    found = frozenset(word for name in names for word in _PARTS.findall(unquote(name).casefold()))
    return frozenset(word for word in found if len(word) >= _SHORTEST)


def _masked(text: str, sought: frozenset[str]) -> str:
    """A text without numbers, and without the words that only its address brought into it."""
    lines = (said(_DIGITS.sub("0", line)) for line in text[: 2 * _MOST].split("\n"))
    kept = (" ".join(word for word in line.split() if word not in sought) for line in lines)
    return "\n".join(line for line in kept if line)[:_MOST]
