"""A post's text with its marks alive: each leads to the note, and to what it cites.

The text is a stranger's: it goes through an allow-list once more, whoever cleaned it before.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from html import escape

from lxml import etree, html

from archiver.models.views import CitationView
from archiver.replay.prose import clean_prose
from archiver.web.url import canonical

_BRACKETS = "[](){}^†‡*#:. \u00a0\u2009\u202f"


def marked(
    text_html: str, citations: Sequence[CitationView], lead: Callable[[str], str | None] = lambda _: None
) -> str:
    """The text with an anchor `m<position>` at each mark, which leads to `#c<position>`.

    `lead` gives our own page for the address of a link that is no citation, such as another post of the blog.
    Links to elsewhere stay, and say so.
    """
    if not text_html.strip():
        return ""
    clean = clean_prose(text_html)
    root = html.fragment_fromstring(clean, create_parent="div")
    found = _places(root, citations)
    marks = {_make_mark(element, citation) for element, citation in found.items()}
    for element in root.iter("a"):
        if element not in marks:
            _lead_on(element, lead)
    return _inside(root)


def _places(root: etree._Element, citations: Sequence[CitationView]) -> dict[etree._Element, CitationView]:
    """Which link or raised number is whose, in the order in which they stand."""
    by_label: defaultdict[str, deque[CitationView]] = defaultdict(deque)
    by_url: defaultdict[str, deque[CitationView]] = defaultdict(deque)
    for each in sorted(citations, key=lambda one: (one.position, one.occurrence)):
        if each.label and each.kind not in {"link", "inline"}:
            by_label[each.label.strip(_BRACKETS)].append(each)
        else:
            for url in {canonical(one.url) for one in each.sources if one.url}:
                by_url[url].append(each)
    found: dict[etree._Element, CitationView] = {}
    taken: set[int] = set()
    for element in list(root.iter("a", "sup")):
        if any(parent in found for parent in element.iterancestors()):
            continue
        words = _words(element).strip(_BRACKETS)
        citation: CitationView | None = None
        if words in by_label and _is_mark(element):
            citation = _take(by_label[words], taken)
        if citation is None and element.tag == "a" and (href := element.get("href")):
            citation = _take(by_url[canonical(href)], taken) if canonical(href) in by_url else None
        if citation is not None:
            found[element] = citation
    return found


def _words(element: etree._Element) -> str:
    return "".join(text for text in element.itertext() if isinstance(text, str))


def _is_mark(element: etree._Element) -> bool:
    """Whether it may be one: raised, or a link within the page."""
    if element.tag == "sup" or any(parent.tag == "sup" for parent in element.iterancestors()):
        return True
    return (element.get("href") or "#").startswith("#")


def _take(waiting: deque[CitationView], taken: set[int]) -> CitationView | None:
    while waiting:
        citation = waiting.popleft()
        if citation.id not in taken:
            taken.add(citation.id)
            return citation
    return None


def _make_mark(element: etree._Element, citation: CitationView) -> etree._Element:
    if element.tag == "sup":
        inner = html.fragment_fromstring("<a></a>")
        inner.text = _words(element)
        for child in list(element):
            element.remove(child)
        element.text = None
        element.append(inner)
        element = inner
    for name in list(element.attrib):
        del element.attrib[name]
    element.set("class", f"mark {state(citation)}")
    element.set("id", f"m{citation.position}")
    element.set("href", f"#c{citation.position}")
    return element


def _lead_on(element: etree._Element, lead: Callable[[str], str | None]) -> None:
    href = element.get("href")
    if href is None or href.startswith("#"):
        if href is not None:
            del element.attrib["href"]  # its target is in the notes, which stand beside
        return
    own = lead(href)
    if own is not None:
        element.set("href", own)
    else:
        element.set("class", "away")
        element.set("rel", "noopener noreferrer nofollow external")


def state(citation: CitationView) -> str:
    """How its sources stand together: well, partly, lost, none."""
    outcomes = [each.outcome for each in citation.sources if each.outcome != "not-web"]
    return state_of(outcomes)


def state_of(outcomes: Iterable[str]) -> str:
    """One word for several outcomes."""
    held = [outcome in {"archived", "rescued"} for outcome in outcomes]
    if not held:
        return "none"
    return "well" if all(held) else "partly" if any(held) else "lost"


def _inside(root: etree._Element) -> str:
    parts = [escape(root.text or "", quote=False)]
    parts += [etree.tostring(child, encoding="unicode", method="html") for child in root]
    return "".join(parts)
