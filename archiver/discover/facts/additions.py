"""What software adds to a post's words without a name that tells: terms, related posts, neighbours, its advertisement."""

import re

from archiver.discover.lists.outline import Outline
from archiver.web.page import Link, tokens, visible_text
from archiver.web.url import site

CATEGORY = re.compile(r"/(?:categor(?:y|ies)|cat)/|[?&]cat(?:egory)?=", re.IGNORECASE)
TAG = re.compile(r"/tags?/|/tagged/|/label/|/taxonomy/term/|[?&]tag=", re.IGNORECASE)

_BLOCKS = frozenset(["ul", "ol", "p", "div", "section", "span", "nav", "footer"])
_LABEL = re.compile(
    r"(?:[\W_]*\b(?:tags?|tagged(?: with| as)?|labels?|topics?|categor(?:y|ies)|filed (?:under|in)|posted in|schlagw[oö]rte?r?|"
    r"kategorien?|cat[ée]gories?|mots-cl[ée]s|etiquetas|categor[ií]as|tag|categorie)\b){0,3}[\W_]*",
    re.IGNORECASE,
)
_FRAMES = frozenset(["p", "div", "nav", "ul", "ol", "section", "table"])
_BOXES = frozenset(["aside", "div", "section", "nav", "footer"])
_RELATED = re.compile(
    r"(?:related|similar|recommended)(?: (?:posts?|articles?|entries|stories|reading|content))?\W*|"
    r"you (?:may|might) also (?:like|enjoy|be interested in)\W*|read next\W*",
    re.IGNORECASE,
)
_NEIGHBOURS = 3  # links; the post before, the front page, the post after
_ARROW = "[«»‹›<>←→⟵⟶⇐⇒◀▶]"
_BESIDE = r"(?:previous|prev|next|older|newer|earlier|later)(?: (?:posts?|entry|article|story|page))?"
_POINTERS = re.compile(rf"(?:[\s|·•:,/–—-]|{_ARROW}|\b{_BESIDE}\b)*", re.IGNORECASE)
_POINTED = re.compile(rf"{_ARROW}|{_BESIDE}", re.IGNORECASE)
_POINTING = re.compile(rf"{_ARROW}.*|.*{_ARROW}|{_BESIDE}", re.IGNORECASE)
_LARGEST = 400  # elements; a tower of boxes must not be read at every step
_FIRST = 6  # elements; the heading of a box stands no deeper
_MADE = re.compile(
    r"(?:proudly )?(?:created|powered|generated|made|built|published) (?:by|with|using)\b.{1,80}",
    re.IGNORECASE,
)


def is_term_list(plan: Outline, n: int) -> bool:
    """Whether an element holds links to the blog's own tags and categories, a label, and nothing else."""
    if plan.elements[n].name not in _BLOCKS or not plan.is_small(n):
        return False
    links = [link for _, link in plan.links_within(n)]
    if not links or not all(_is_term(plan, link) for link in links):
        return False
    return _LABEL.fullmatch(_without(visible_text(plan.elements[n]), links)) is not None


def is_related_box(plan: Outline, n: int) -> bool:
    """Whether an element says first that it lists related posts, and leads to none but the blog's own."""
    if plan.elements[n].name not in _BOXES or plan.ends[n] - n > _LARGEST:
        return False
    last = min(plan.ends[n], n + 1 + _FIRST)
    heading = next((m for m in range(n + 1, last) if _says_related(plan, m)), None)
    if heading is None:
        return False
    links = [link for _, link in plan.links_within(n)]
    linked = sum(len(link.text) for link in links)
    return (
        all(_is_own(plan, link) for link in links)
        and 2 * linked > plan.characters(n) - plan.characters(heading)
        and visible_text(plan.elements[n]).startswith(visible_text(plan.elements[heading]))
    )


def is_neighbours(plan: Outline, n: int) -> bool:
    """Whether an element holds links to the posts before and after, with arrows or words that say so, and nothing else."""
    if plan.elements[n].name not in _FRAMES or not plan.is_small(n):
        return False
    links = [link for _, link in plan.links_within(n)]
    if not 0 < len(links) <= _NEIGHBOURS or not all(_is_own(plan, link) for link in links):
        return False
    rest = _without(visible_text(plan.elements[n]), links)
    is_pointing = _POINTED.search(rest) or any(_POINTING.fullmatch(link.text.strip()) for link in links)
    return bool(is_pointing) and _POINTERS.fullmatch(rest) is not None


def is_makers_line(plan: Outline, n: int) -> bool:
    """Whether an element is the line by which software names itself ("Created by Chronicle v4.6")."""
    if plan.elements[n].name not in {"p", "div", "small", "address"} or not plan.is_small(n):
        return False
    links = [link for _, link in plan.links_within(n)]
    is_elsewhere = bool(links) and not any(_is_own(plan, link) for link in links)
    return is_elsewhere and _MADE.fullmatch(visible_text(plan.elements[n])) is not None


def _without(words: str, links: list[Link]) -> str:
    for link in links:
        words = words.replace(link.text, " ", 1)
    return words


def _says_related(plan: Outline, n: int) -> bool:
    return plan.is_small(n) and _RELATED.fullmatch(visible_text(plan.elements[n])) is not None


def _is_term(plan: Outline, link: Link) -> bool:
    is_named = "tag" in tokens(link.element, "rel") or TAG.search(link.url) or CATEGORY.search(link.url)
    return _is_own(plan, link) and bool(is_named)


def _is_own(plan: Outline, link: Link) -> bool:
    return site(link.url) == site(plan.page.url)
