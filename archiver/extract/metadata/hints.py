"""Who signs, where no byline says so: a portrait, a name over a post, the only author's page, what stands beside the text."""

from archiver.extract.markup import inner_text, one_line
from archiver.extract.metadata.claims import Claims, signed
from archiver.extract.metadata.lines import LABEL, lead_of, line_of
from archiver.extract.metadata.names import (
    has_post,
    is_of_a_helper,
    is_post,
    leads_to_a_helper,
    looks_like_name,
    names,
)
from archiver.extract.metadata.outline import Part
from archiver.extract.metadata.owner import owner_in
from archiver.extract.metadata.sight import Sight
from archiver.extract.metadata.signing import names_in
from archiver.extract.metadata.telling import PORTRAIT
from archiver.extract.metadata.titles import hosts, key

_MOST = 150  # parts that are looked at
_FEW = 20  # portraits, and bylines beside the text
_TEAMS = frozenset("team staff editors redaktion rédaction redacción redazione redactie".split())


def portrait(sight: Sight) -> Claims:
    """The claims of the portraits near the heading, by the words that stand for them where they are not shown."""
    for part in sight.outline.portraits[:_FEW]:
        found = PORTRAIT.match(one_line(part.element.get("alt") or ""))
        if found is None or not sight.is_near(part):
            continue
        name = found["whose"] or found.string[found.end() :]
        if looks_like_name(name) and (found["called"] or owner_in(name)):
            return Claims(authors=signed([name]))
    return Claims()


def over_post(sight: Sight) -> Claims:
    """The claims of a name near the heading over what its bearer is, a staff writer; or of the site's own team."""
    own = hosts(sight.page.url)
    for part in sight.outline.labels[:_MOST]:
        text = one_line(part.element.text or "")
        if " " not in text or key(text) in own or not sight.is_near(part):
            continue
        if _is_team(text, own) or (looks_like_name(text) and not is_post(text) and _is_over_post(part)):
            return Claims(authors=signed([text]))
    return Claims()


def _is_over_post(part: Part) -> bool:
    below = part.element.getnext()
    said = line_of(below, most=LABEL) if below is not None and isinstance(below.tag, str) else ""
    return bool(said) and has_post(said) and not is_of_a_helper(said)


def _is_team(text: str, own: set[str]) -> bool:
    """Whether words are the site's name, by its host, and a word for those who write there."""
    name, _, last = text.rpartition(" ")
    said = name.removeprefix("The ").removesuffix(" Editorial")
    return last.casefold() in _TEAMS and key(said) in own


def linked(sight: Sight) -> Claims:
    """The claims of links to authors' pages anywhere, where all that bear a name lead to one person."""
    found = {
        key(text): text
        for part in sight.outline.addresses[:_MOST]
        if looks_like_name(text := inner_text(part.element))
        and " " in text
        and not leads_to_a_helper(lead_of(part.element))
    }
    return Claims(authors=signed(found.values())) if len(found) == 1 else Claims()


def aside(sight: Sight) -> Claims:
    """The claims of the one byline beside the text; of several, none is the work's."""
    told = (names_in(sight, part, linked=False) for part in sight.outline.asides[:_FEW])
    found = dict.fromkeys(names for names in told if names and all(" " in name for name in names))
    return Claims(authors=signed(next(iter(found)))) if len(found) == 1 else Claims()


def box(sight: Sight) -> Claims:
    """The claims of the box that describes an author, where there is one."""
    found = dict.fromkeys(
        name
        for part in sight.outline.boxes[:_MOST]
        if (line := line_of(part.element, most=LABEL + 8)) and looks_like_name(line) and " " in line
        for name in names([line])
    )
    return Claims(authors=signed(found)) if len(found) == 1 else Claims()
