"""Who signs, as a reader sees it: an `a[rel=author]`, a byline, a link to an author's page, the box about the author."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from urllib.parse import unquote, urlsplit

from archiver.extract.markup import inner_text
from archiver.extract.metadata.claims import Claims, signed
from archiver.extract.metadata.labels import SIGNED
from archiver.extract.metadata.lines import LABEL, lead_of, line_of
from archiver.extract.metadata.names import is_of_a_helper, leads_to_a_helper, looks_like_name
from archiver.extract.metadata.outline import Part
from archiver.extract.metadata.owner import owner_in
from archiver.extract.metadata.sight import Sight
from archiver.extract.metadata.signing import PIECES, is_label, names_in, told_in
from archiver.extract.metadata.titles import hosts, key
from archiver.web.moments import moments_in

_MOST = 150  # parts that are looked at
_FEW = 20  # far signatures; a page that has more is a list of works
_BESIDE = 14  # elements from one signature to the next of the same kind
_SHORT = frozenset(
    ["by", "von", "par", "por"]
)  # of a label; far from the heading it may stand before anybody
_LEAST = 3  # letters of a name that an address spells
_ENDING = re.compile(r"(?:[-_]\d+)?(?:\.(?:html?|php|cms|aspx?))?$")  # of the last part of an address
_SURE = frozenset("posted written this verfasst geschrieben publié rédigé escrito article".split())


def relation(sight: Sight) -> Claims:
    """The claims of `rel=author`, which only a signature has."""
    parts = [part for part in sight.outline.bylines if "author" in (part.element.get("rel") or "").split()]
    return _claims(sight, parts, (sight.is_under, sight.is_above, _is_sure), linked=True)


def read(sight: Sight) -> Claims:
    """The claims of the byline."""
    return _claims(sight, sight.outline.bylines, (sight.is_under, sight.is_above))


def beside_date(sight: Sight) -> Claims:
    """The claims of a dateline that names somebody, too: `3 May 2011, by Mara Vane`; `Anna Berg | 3 May 2011`."""
    near = [part for part in sight.outline.dates[:_MOST] if sight.is_near(part)]
    for line in chain(map(sight.line, near), map(sight.around, near[:_FEW])):
        left, start = "", 0
        for moment in moments_in(line, day_first=True):
            left, start = f"{left}{line[start : moment.start]}|", moment.end
        beside = f"{left}{line[start:]}".strip(" |,")
        found = told_in(beside, is_marked=False, linked=False) if start else ()
        if found or (start and (found := _person_in(beside, sight))):
            return Claims(authors=signed(found))
    return Claims()


def _person_in(line: str, sight: Sight) -> tuple[str, ...]:
    """The part of a line that is a person's name as given names show, or as the site is called."""
    for piece in PIECES.split(line):
        if owner_in(piece) or (
            looks_like_name(piece) and " " in piece and key(piece) in hosts(sight.page.url)
        ):
            return (piece,)
    return ()


def below(sight: Sight) -> Claims:
    """The claims of what stands far from the heading and says who wrote: a blog's foot."""
    far = [part for part in sight.outline.bylines if not sight.is_near(part)]
    sure = _claims(sight, far, (_is_sure,))
    if sure.authors:
        return sure
    led = _claims(sight, far, (_is_by,))
    return led if led.authors and all(" " in author.text for author in led.authors) else _only(sight, far)


def _only(sight: Sight, far: Sequence[Part]) -> Claims:
    """The one signature of the page, a line of its own; where there are several, they are of other works."""
    led = (part for part in far[:_MOST] if part.tail or len(part.element.text or "") <= LABEL)
    lines = dict.fromkeys(
        line for part in islice(led, _FEW) if (line := sight.line(part)) and len(line) <= LABEL
    )
    found = {
        names: None
        for line in lines
        if (names := told_in(line, is_marked=False, linked=False)) and all(" " in name for name in names)
    }
    return Claims(authors=signed(next(iter(found)))) if len(found) == 1 else Claims()


def address(sight: Sight) -> Claims:
    """The claims of links to authors' pages near the heading."""
    found: list[str] = []
    last = 0
    for part in sight.outline.addresses[:_MOST]:
        if not sight.is_near(part):
            continue
        text = inner_text(part.element)
        if not _is_of_its_address(text, part) or leads_to_a_helper(lead_of(part.element)):
            continue
        if found and part.n - last > _BESIDE:
            break
        found.append(text)
        last = part.n
    return Claims(authors=signed(dict.fromkeys(found)))


def _is_of_its_address(text: str, part: Part) -> bool:
    """Whether a link to an author's page says a person's name, or any that its address spells."""
    if looks_like_name(text) and " " in text:
        return True
    path = urlsplit(part.element.get("href") or "").path.rstrip("/")
    said = key(text)
    return len(said) >= _LEAST and key(_ENDING.sub("", unquote(path.rpartition("/")[2]))) == said


def beside(sight: Sight) -> Claims:
    """The claims of what is called an author's and stands near the heading, where all it says is a person's name."""
    for part in sight.outline.boxes[:_MOST]:
        if sight.is_near(part):
            line = line_of(part.element, most=LABEL + 8)
            found = told_in(line, is_marked=True, linked=False) if line else ()
            if (
                found
                and " " in found[0]
                and not is_of_a_helper(line)
                and not leads_to_a_helper(lead_of(part.element))
            ):
                return Claims(authors=signed(found))
    return Claims()


def _claims(
    sight: Sight, parts: Sequence[Part], places: Sequence[Callable[[Part], bool]], *, linked: bool = False
) -> Claims:
    """The names in the first part that has some, of those in the first of the places."""
    for is_here in places:
        for n, part in enumerate(parts[:_MOST]):
            if is_here(part) and (found := names_in(sight, part, linked=linked or part.element.tag == "a")):
                others = _beside(sight, part, parts[n + 1 : _MOST], linked=linked)
                return Claims(authors=signed(dict.fromkeys([*found, *others])))
    return Claims()


def _is_sure(part: Part) -> bool:
    """Whether a part far from the heading speaks of the page's author: it is marked, or says who wrote."""
    text = (part.element.tail if part.tail else part.element.text) or ""
    words = text.casefold().split()
    return (
        bool(part.label & SIGNED)
        or (len(words) > 1 and words[0] in _SURE)
        or (is_label(text) and not _is_by(part))
    )


def _is_by(part: Part) -> bool:
    """Whether a part is the one word that stands before anybody's name."""
    text = (part.element.tail if part.tail else part.element.text) or ""
    return text.casefold().strip(" :\n\t") in _SHORT


def _beside(sight: Sight, part: Part, following: Sequence[Part], *, linked: bool) -> Iterator[str]:
    """The names in the parts of the same kind right after one, which are not inside it."""
    last = part.n
    inside = set(islice(part.element.iter(), _BESIDE * 2)) if not part.tail else set()
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
        yield from names_in(sight, other, linked=linked)
