"""Pages that stand in for others: known by what the host shows for addresses that it has nothing for.

Phrases tell an apology only in languages that we know, and only where it is short. What a host shows for a made-up address
beside a page (`sibling.py`), or for one that is known to be dead, tells it in any. Only a doubtful page is held against it: one
with few words of its own, one that calls itself missing, one to which an address redirects that named more.
"""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import parse_qsl, unquote, urlsplit

from archiver.extract.content.outline import outline
from archiver.extract.markup import Markup
from archiver.judge.drift.measures import covered
from archiver.judge.drift.reading import read
from archiver.judge.evidence import Evidence, said
from archiver.judge.front import is_front
from archiver.judge.sibling import folder_of
from archiver.models.capture import Role
from archiver.models.citation import Outcome, Verdict
from archiver.models.stand_in import Dead, Probe, Shown
from archiver.web.url import without_fragment

_FEW = 200  # words that are not links: an apology among teasers; a work has more
_ALIKE = (
    0.85  # of the words of two main texts that both have in the same company: advice of the day may differ
)
_SAME = 0.9  # the same of all that two pages show
_FEWEST = 4  # words; of fewer nothing can be told
_MOST = 4000  # characters of a text that are held against another
_LONGEST = 100  # characters of a title in a reason
_SHORTEST = 4  # letters of a word of an address that is taken out of a text
# Words of titles and headings of pages that may be none; any of them makes a page doubtful, and no more than that.
_DOUBTS = re.compile(
    r"\b(?:404|410|not found|no such|no results?|nothing|removed|deleted|no longer|unavailable|not available|missing|gone|expired|"
    r"moved|errors?|sorry|oops|whoops|uh oh|cant be|cannot be|could not|couldnt|does not exist|doesnt exist|search results?|"
    r"nicht|fehler|leider|verschoben|gelöscht|introuvable|erreur|pas|plus|désolé|supprimée?|no encontrad[oa]|no se|no existe|erro|"
    r"não|nao|non|errore|niet|fout|inte|ikke|fel|fejl|finnes|findes|hittades|ei löydy|ei löytynyt|nie|błąd|nenalezena|chyba|"
    r"nem|hiba|не|нет|ошибка|помилка|bulunamadı|hata|δεν|לא|غير|tidak|không)\b|ない|ません|找不到|不存在|未找到|없|错误|錯誤|エラー",
    re.IGNORECASE,
)
# Where an application is put in by a script: its page is the same for all addresses, and tells nothing of any.
_MOUNTS = frozenset(
    "root app __next __nuxt ___gatsby application react-root app-root main-app svelte mount page-root".split()
)
_DIGITS = re.compile(r"\d+")
_PARTS = re.compile(r"[^\W_]+")
_TELLS = frozenset([Outcome.ARCHIVED, Outcome.SOFT_404, Outcome.GONE])
_GONE = frozenset([404, 410])


def is_doubtful(page: Evidence) -> bool:
    """Whether a page may stand in for another, by what it shows itself. Asked before its text is read."""
    if page.markup is None or _is_shell(page.markup):
        return False
    seen = outline(page.markup.root).blocks
    own = sum(block.words - block.linked for block in seen)
    return own < _FEW or any(_DOUBTS.search(head) for head in page.heads)


def leads_up(start: str, end: str) -> bool:
    """Whether an address redirects to one that names less: that of a folder above, of a list, of an error page."""
    first, last = (urlsplit(without_fragment(url)) for url in (start, end))
    if first.path.strip("/") == last.path.strip("/") and first.query == last.query:
        return False  # another scheme or host, or a slash
    depths = [
        len([part for part in each.path.split("/") if part]) + bool(each.query) for each in (first, last)
    ]
    return depths[1] < depths[0]


def shown(page: Evidence, verdict: Verdict) -> Shown | None:
    """What is worth keeping of a page for such comparisons: one that is dead, made up, doubtful, or redirected to."""
    visit = page.capture.visit
    is_redirected = visit.hops_from_seed.endswith("R")
    is_dead = page.status in _GONE or verdict.outcome is Outcome.SOFT_404
    is_made_up = visit.role is Role.PROBE and verdict.outcome in _TELLS
    if not (is_dead or is_made_up):
        if verdict.outcome is not Outcome.ARCHIVED or page.is_signed:
            return None
        if not is_redirected and (_is_long(page) or not is_doubtful(page)):
            return None
    if page.markup is None or _is_shell(page.markup) or _asks_for_scripts(page):
        return None
    sought = _words_of(page.capture.url) | _words_of(visit.via if is_redirected else None)
    canonical = next(iter(page.markup.links("canonical")), None)
    return Shown(
        title=_masked(page.markup.title or "", sought),
        main=_masked(page.text, sought),
        whole=_masked("\n".join(block.text for block in outline(page.markup.root).blocks), sought),
        canonical=canonical,
    )


def judge_stand_in(
    url: str, end: str, page: Shown | None, probe: Probe | None, dead: Iterable[Dead] = ()
) -> Verdict | None:
    """The verdict on a page that looked whole, held against what its host shows for nothing; None where it is not the same.

    `url` is the address that is judged, and `end` where it leads. A front page is exempt: it is what it is for every address.
    """
    if folder_of(url) is None:
        return None
    if probe is not None and probe.outcome in _TELLS:
        if probe.end == end and end != url and not is_front(url):
            return Verdict(
                outcome=Outcome.SOFT_404,
                reason=f"redirected to {end}, as a made-up address beside it is ({probe.url})",
            )
        if page is not None and probe.shown is not None and is_stand_in(page, probe.shown, (url, end)):
            return Verdict(
                outcome=Outcome.SOFT_404,
                reason=f"shows what a made-up address beside it shows{_named(page)} ({probe.url})",
            )
    if page is not None:
        for each in dead:
            if is_stand_in(page, each.shown, (url, end)):
                return Verdict(
                    outcome=Outcome.SOFT_404,
                    reason=f"shows what a dead page shows{_named(page)} ({each.url})",
                )
    return None


def is_stand_in(page: Shown, other: Shown, own: Sequence[str]) -> bool:
    """Whether a page shows what another shows for nothing. `own` are the addresses of the first."""
    if other.canonical is not None and without_fragment(other.canonical) in own:
        return False  # the host looks at a part of the address only, and gave the page itself
    if bool(page.title) != bool(other.title) or likeness(page.title, other.title) < _ALIKE:
        return False
    if page.main and other.main and likeness(page.main, other.main) < _ALIKE:
        return False
    return len(page.whole.split()) >= _FEWEST and likeness(page.whole, other.whole) >= _SAME


def likeness(one: str, other: str) -> float:
    """The share of the words of two texts that both have in the same company, 0 to 1 (Dice)."""
    if one == other:
        return 1.0
    first, second = read(one), read(other)
    both = sum(covered(first, second)) + sum(covered(second, first))
    return both / ((len(first.words) + len(second.words)) or 1)


def _named(page: Shown) -> str:
    return f", “{page.title[:_LONGEST]}”" if page.title else ""


def _is_shell(markup: Markup) -> bool:
    """Whether a script puts the page in: then it shows nothing of its own."""
    return any(
        element.get("id") in _MOUNTS and not "".join(element.itertext()).strip()
        for element in markup.root.iter("div", "main", "app-root")
    ) or (markup.root.find(".//app-root") is not None)


def _is_long(page: Evidence) -> bool:
    """Whether its text says already that it is a work: the page need not be looked at."""
    title = page.document.title if page.document is not None else None
    return page.words >= _FEW and not _DOUBTS.search(said(title or ""))


def _asks_for_scripts(page: Evidence) -> bool:
    return page.words < _FEWEST * 10 and "javascript" in page.text.casefold()


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
