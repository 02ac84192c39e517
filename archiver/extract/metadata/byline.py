"""Who signs, as a reader sees it: an `a[rel=author]`, a byline, a link to an author's page, the box about the author."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from archiver.extract.markup import inner_text
from archiver.extract.metadata.claims import Claims, signed
from archiver.extract.metadata.labels import SIGNED
from archiver.extract.metadata.lines import line_after, line_of
from archiver.extract.metadata.names import is_led, is_login, is_of_a_helper, is_post, looks_like_name, names
from archiver.extract.metadata.outline import Part
from archiver.extract.metadata.sight import Sight, lead_of
from archiver.web.moments import moments_in

_PIECES = re.compile(r"\s*\|\s*|\s+[·•–—-]\s+")
_MOST = 300  # parts that are looked at
_BESIDE = 14  # elements from one signature to the next of the same kind
_LABEL = 24  # characters of a label: "Written by", "Author(s)"
_LED = (
    "by",
    "article",
    "von",
    "par",
    "por",
    "author",
    "written",
    "posted",
    "text",
    "verfasst",
    "geschrieben",
    "écrit",
    "autor",
    "auteur",
)


def relation(sight: Sight) -> Claims:
    """The claims of `rel=author`, which only a signature has."""
    parts = [part for part in sight.outline.bylines if "author" in (part.element.get("rel") or "").split()]
    return _claims(sight, parts, linked=True)


def read(sight: Sight) -> Claims:
    """The claims of the byline."""
    return _claims(sight, sight.outline.bylines, is_everywhere=False)


def beside_date(sight: Sight) -> Claims:
    """The claims of a dateline that names somebody, too: `3 May 2011, by Mara Vane`."""
    for part in sight.outline.dates[:_MOST]:
        if sight.is_near(part):
            line = line_after(part.element) if part.tail else line_of(part.element)
            left, start = "", 0
            for moment in moments_in(line, day_first=True):
                left, start = f"{left}{line[start : moment.start]}|", moment.end
            found = (
                _told(f"{left}{line[start:]}".strip(" |,"), is_marked=False, linked=False) if start else ()
            )
            if found:
                return Claims(authors=signed(found))
    return Claims()


def below(sight: Sight) -> Claims:
    """The claims of what stands far from the heading and says who wrote: a blog's foot."""
    return _claims(sight, sight.outline.bylines, is_everywhere=True)


def address(sight: Sight) -> Claims:
    """The claims of links to authors' pages near the heading."""
    found: list[str] = []
    last = 0
    for part in sight.outline.addresses[:_MOST]:
        text = inner_text(part.element)
        if (
            not sight.is_near(part)
            or not looks_like_name(text)
            or " " not in text
            or is_of_a_helper(lead_of(part.element))
        ):
            continue
        if found and part.n - last > _BESIDE:
            break
        found.append(text)
        last = part.n
    return Claims(authors=signed(dict.fromkeys(found)))


def box(sight: Sight) -> Claims:
    """The claims of the box that describes an author, where there is one."""
    found = dict.fromkeys(
        name
        for part in sight.outline.boxes[:_MOST]
        if (line := line_of(part.element, most=_LABEL * 2)) and looks_like_name(line) and " " in line
        for name in names([line])
    )
    return Claims(authors=signed(found)) if len(found) == 1 else Claims()


def _claims(
    sight: Sight, parts: Sequence[Part], *, linked: bool = False, is_everywhere: bool = True
) -> Claims:
    for is_here in (sight.is_under, sight.is_above, *((_anywhere,) if is_everywhere else ())):
        for n, part in enumerate(parts[:_MOST]):
            if not is_here(part) or (is_here is _anywhere and not _is_sure(part)):
                continue
            found = _names(part, linked=linked or part.element.tag == "a")
            if found:
                others = _beside(part, parts[n + 1 : _MOST], linked=linked)
                return Claims(authors=signed(dict.fromkeys([*found, *others])))
    return Claims()


def _anywhere(_part: Part) -> bool:
    return True


def _is_sure(part: Part) -> bool:
    """Whether a part far from the heading speaks of the page's author: it is marked, or says who wrote."""
    text = (part.element.tail if part.tail else part.element.text) or ""
    words = text.casefold().split()
    return bool(part.label & SIGNED) or (
        len(words) > 1
        and words[0]
        in {"posted", "written", "this", "verfasst", "geschrieben", "publié", "rédigé", "escrito"}
    )


def _names(part: Part, *, linked: bool) -> tuple[str, ...]:
    """The names in a part; none where its words are not names alone."""
    line = _line(part)
    if not line or is_of_a_helper(line) or (not part.tail and is_of_a_helper(lead_of(part.element))):
        return ()
    told = _told(line, is_marked=bool(part.label & SIGNED) or part.element.tag == "address", linked=linked)
    if part.label & SIGNED and not part.tail:
        links = [
            text for link in part.element.iter("a") if (text := inner_text(link)) and looks_like_name(text)
        ]
        found = _without_posts(names(links))
        if found and not set(found) <= set(told) and (linked or len(found) > 1 or not told):
            return found
    return told


def _told(line: str, *, is_marked: bool, linked: bool) -> tuple[str, ...]:
    """The names in the line as a whole, else in the first of its parts that has some."""
    for piece in (line, *_PIECES.split(line)):
        if not is_marked and not is_led(piece):
            continue
        found = _without_posts(names([piece]))
        if found and all(_is_name(name, linked=linked) for name in found):
            return found
    return ()


def _without_posts(found: tuple[str, ...]) -> tuple[str, ...]:
    """The names, without what says of the first who that is: `Mara Vane`, `Review Contributor`."""
    return (*found[:1], *(name for name in found[1:] if not is_post(name)))


def _line(part: Part) -> str:
    line = line_after(part.element) if part.tail else line_of(part.element)
    if not line or len(line) > _LABEL:
        return line
    # A label alone: the name stands beside it.
    label = line.casefold().strip(" :|.·").removesuffix("(s)")
    words = label.split()
    if (
        words
        and words[0].rstrip("s") in _LED
        and (len(words) == 1 or words[-1] in {"by", "von", "par", "por", "the", "author"})
    ):
        return f"{line} {_next(part.element)}"
    return line


def _next(element: etree._Element) -> str:
    """The line after an element, or after what holds nothing but it."""
    for holder in (element, element.getparent()):
        if holder is None:
            return ""
        if holder.tail and holder.tail.strip():
            return holder.tail.strip()
        following = holder.getnext()
        if following is not None and isinstance(following.tag, str):
            return line_of(following)
    return ""


def _is_name(name: str, *, linked: bool) -> bool:
    return looks_like_name(name) or (linked and is_login(name))


def _beside(part: Part, following: Sequence[Part], *, linked: bool) -> Iterator[str]:
    """The names in the parts of the same kind right after one, which are not inside it."""
    last = part.n
    inside = set(part.element.iter()) if not part.tail else set()
    for other in following:
        if other.n - last > _BESIDE:
            return
        if (
            other.element in inside
            or other.names != part.names
            or other.element.tag != part.element.tag
            or not (other.names or linked)
        ):
            continue
        last = other.n
        yield from _names(other, linked=linked)
