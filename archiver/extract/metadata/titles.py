"""A work's title, without the name of the site that it is on."""

import html
import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

_BETWEEN = re.compile(
    r"(?<=[\u3040-\u9fff\uac00-\ud7af])[-_－](?=[\u3040-\u9fff\uac00-\ud7afA-Z])|\s*[｜]\s*|\s+[|–—:·•»«›‹/~-]+\s+|\s*[|»]\s*|:\s+"
)
_NOT_LETTERS = re.compile(r"[\W_]+")
_WORD = re.compile(r"\w+")
_NOT_NAMES = frozenset("com org net edu gov int info co ac www".split())
# What stands between a title and the site's name: the part of the site.
_ROOMS = frozenset(
    "blog ourblog theblog news articles article insights resources home opinion contact contactus aboutus about archive archives press pressreleases newsroom "
    "publications events stories magazine aktuelles nachrichten startseite menu search loading actualités accueil noticias inicio notizie".split()
)
_LEAST = 4  # letters; shorter ones occur in any host
_CUT = 50  # characters; a title of that many may have been cut
_ENDS = re.compile(r"^[\s|–—·•»«›‹⋆★~>#-]{1,20}(?=\s)|^#{1,6}\s|[\s|–—·•»«›‹⋆★~<-]{1,20}$")
_CALLED = re.compile(r"^(?:title|titel|titre|título)\s*:\s*(?=\S)", re.IGNORECASE)  # an archive's label
_MARKED = re.compile(r"(?<!\w)\*{1,2}([^*]{1,200})\*{1,2}(?!\w)")
_ALIKE = 0.3  # of the words of both; tuned on WCXB's development pages


def without_site(title: str, *, sites: Iterable[str | None], headings: Iterable[str], url: str) -> str:
    """The title as the work has it: parts at its ends go when they are the site's name.

    >>> without_site("Salt Roads | Blog | The Review", sites=["The Review"], headings=[], url="https://a.example/")
    'Salt Roads'
    >>> without_site("Salt Roads - News", sites=[], headings=["Salt Roads"], url="https://a.example/")
    'Salt Roads'
    >>> without_site("Salt - A History", sites=[], headings=[], url="https://a.example/")
    'Salt - A History'
    """
    spoken = {key(heading) for heading in headings} - {""}
    known = {key(site) for site in sites if site} - {""}
    host = _host(url)
    left = title
    while key(left) not in spoken:
        cuts = list(_BETWEEN.finditer(left))
        if not cuts:
            break
        first, last = cuts[0], cuts[-1]
        head, tail = key(left[: first.start()]), key(left[last.end() :])
        if left[: last.start()] and (
            tail in known or _is_host(tail, host) or (left is not title and tail in _ROOMS)
        ):
            left = left[: last.start()].strip()
        elif left[first.end() :] and (head in known or (":" not in first[0] and _is_host(head, host))):
            left = left[first.end() :].strip()
        else:
            break
    return left if key(left) in spoken else _spoken_part(left, spoken - known) or left


def site_in(title: str, headings: Iterable[str]) -> str | None:
    """The site's name, where the title is the page's heading and a last part.

    >>> site_in("Salt Roads | by Mara Vane | The Review", ["Salt Roads"]), site_in("Salt Roads | The Review - Oslo", ["Salt Roads"])
    ('The Review', 'The Review - Oslo')
    """
    spoken = {key(heading) for heading in headings} - {""}
    for cut in _BETWEEN.finditer(title):
        if key(title[: cut.start()]) in spoken and ":" not in cut[0]:
            # What the same mark parts again is who wrote it, or the part of the site: the site comes last.
            return title[cut.end() :].rpartition(cut[0])[2].strip() or None
    return None


def as_spoken(title: str, headings: Sequence[str]) -> str:
    """The page's own heading, where it is another wording of the title: readers see it, and cite it.

    >>> as_spoken("Salt roads: a short guide", ["The Review", "A Short Guide to Salt Roads"])
    'A Short Guide to Salt Roads'
    >>> as_spoken("Salt Roads: A Guide", ["Salt Roads"]), as_spoken("Salt Roads", ["SALT ROADS"])
    ('Salt Roads: A Guide', 'Salt Roads')
    >>> as_spoken("Review 12: Salt Roads", ["Salt Roads: A Guide"])
    'Salt Roads: A Guide'
    >>> as_spoken("# Salt Roads", ["Salt Roads"]), as_spoken("The old salt roads of the north and what is left of them t", ["The old salt roads of the north and what is left of them today"])
    ('Salt Roads', 'The old salt roads of the north and what is left of them today')
    """
    same = next((heading for heading in headings if key(heading) == key(title)), None)
    if same is not None:
        return same if not same.isupper() or title.isupper() else title
    cut = key(title.rstrip("….").rstrip())
    whole = next(
        (heading for heading in headings if len(title) >= _CUT and key(heading).startswith(cut)), None
    )
    if whole is not None:
        return whole
    if any(key(heading.partition(": ")[2]) == key(title) for heading in headings):
        return title  # what stands before the colon is the name of a section: machines are told the title without it
    parts = {key(part) for part in (title, *_BETWEEN.split(title))}
    fuller = [heading for heading in headings if ":" in heading and key(heading.partition(":")[0]) in parts]
    if fuller:
        return fuller[0]  # the title and its subtitle
    words = _words(title)
    likeness = [
        (len(words & _words(heading)) / (len(words | _words(heading)) or 1), heading) for heading in headings
    ]
    best, heading = max(likeness, default=(0.0, title), key=lambda pair: pair[0])
    says_less = key(title.partition(":")[0]) == key(heading)  # without the subtitle
    return heading if best >= _ALIKE and not says_less else title


def trimmed(title: str) -> str:
    """A title without marks that separate it from nothing, and without the marks of a text format.

    >>> trimmed("Salt Roads ⋆"), trimmed("| Salt &amp; Roads"), trimmed("*Salt Roads* (1792)"), trimmed("Why? #salt")
    ('Salt Roads', 'Salt & Roads', 'Salt Roads (1792)', 'Why? #salt')
    """
    text = html.unescape(title) if "&" in title else title
    return _CALLED.sub("", _MARKED.sub(r"\1", _ENDS.sub("", text)).strip())


def is_room(heading: str) -> bool:
    """Whether a heading names a part of a site, not a work: Blog, News, Contact us."""
    return key(heading) in _ROOMS


def key(text: str) -> str:
    """What of a name counts when two are compared: its letters and digits, without a leading article."""
    return _NOT_LETTERS.sub("", text.casefold().removeprefix("the "))


def _spoken_part(title: str, spoken: set[str]) -> str | None:
    """The longest part between two marks that is a heading of the page. What follows a colon is a subtitle."""
    cuts = list(_BETWEEN.finditer(title))
    parts = [title[: cut.start()].strip() for cut in cuts if ":" not in cut[0]]
    parts += [title[cut.end() :].strip() for cut in cuts]
    return max((part for part in parts if key(part) in spoken), key=len, default=None)


def part_in(title: str, headings: Iterable[str]) -> str | None:
    """The heading that is the beginning or the end of a title, beside the name of a site.

    >>> part_in("The Review: Salt Roads", ["Salt Roads", "Links"]), part_in("Salt Roads | The Review", ["Salt Roads"])
    ('Salt Roads', 'Salt Roads')
    >>> part_in("Salt Roads: A Guide", ["Links"])
    """
    cuts = list(_BETWEEN.finditer(title))
    parts = {key(title), *(key(title[cut.end() :]) for cut in cuts)}
    parts |= {key(title[: cut.start()]) for cut in cuts if ":" not in cut[0]}  # before a colon stands no work
    return next((heading for heading in headings if key(heading) in parts), None)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _host(url: str) -> str:
    """The letters of a host, without what every host has."""
    labels = (urlsplit(url).hostname or "").split(".")
    return "".join(key(label) for label in labels[:-1] if label not in _NOT_NAMES)


def hosts(url: str) -> set[str]:
    """The names that a site may have by its host alone: `lockhouse`, `lockhouse.example`."""
    labels = (urlsplit(url).hostname or "").removeprefix("www.").split(".")
    named = [label for label in labels[:-1] if label not in _NOT_NAMES]
    return {key(named[-1]), key(".".join(labels)), key(named[-1] + labels[-1])} if named else set()


def _is_host(name: str, host: str) -> bool:
    """Whether a site calls itself by a part of its host: `slashdot` on `tech.slashdot.org`."""
    return len(name) >= _LEAST and name.removesuffix("com") in host
