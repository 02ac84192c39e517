"""The attributes with which an element is written: what it looks like as it was, every address ours or none."""

import re
from collections.abc import Callable, Mapping
from html import escape

from archiver.replay.elements import GUARDED, OF_MATHML, OF_SVG, PAINTED, PLAIN
from archiver.replay.finding import Finder, Use
from archiver.replay.html_tokens import unreferenced
from archiver.replay.images import background, candidates, image, picture
from archiver.replay.links import Outside, link
from archiver.replay.revealing import revealed
from archiver.replay.style import quoted, rewritten

_PLAIN_OF_FOREIGN = frozenset(name.lower() for name in PLAIN | OF_SVG | OF_MATHML)
_LONGEST_DATA = 200  # characters of a `data-` attribute: styles hang on short ones, scripts on long ones
_OF_SCRIPTS = re.compile(r"src|href|url|image|bg|background|lazy", re.IGNORECASE)  # addresses for them
_DATA = re.compile(r"(?:data|aria)-[a-z][a-z0-9_.-]{0,40}+")
_SIMPLE_STYLE = re.compile(r"[\w\s:;,.%#!-]*+", re.ASCII)
_OF_LOOKS = frozenset(["style", "hidden", "bgcolor", "color", "text", "face"])
_LOCAL = re.compile(r"#[^\s\"'<>]{1,200}")

Attributes = dict[str, str]
_Rule = Callable[["Rules", Mapping[str, str]], Attributes | None]


class Rules:
    """What is written of each element's attributes."""

    def __init__(
        self, find: Finder, page: str, *, outside: Outside, target: str | None, is_plain: bool = False
    ) -> None:
        self._find = find
        self._page = page
        self._outside = outside
        self._target = target
        self._is_plain = is_plain
        self.guarded: set[str] = set()  # values of attributes that may hold an address

    def of(self, name: str, given: Mapping[str, str], *, is_foreign: bool) -> Attributes | None:
        """Every value as it is meant; None where the element has nothing to show."""
        rule = (_FOREIGN if is_foreign else _RULES).get(name)
        own = rule(self, given) if rule is not None else {}
        if own is None:
            return None
        return self._common(name, given, is_foreign=is_foreign) | own

    def guard(self, attributes: Attributes) -> str:
        """Attributes as they stand in a tag, and from now on known as ours."""
        self.guarded.update(value for name, value in attributes.items() if name in GUARDED)
        return written(attributes)

    def _common(self, element: str, given: Mapping[str, str], *, is_foreign: bool) -> Attributes:
        names = _PLAIN_OF_FOREIGN if is_foreign else PLAIN
        written: Attributes = {}
        for name, value in given.items():
            if name in names or _is_said(name, value):
                written[name] = unreferenced(value)
            elif name == "style" or (is_foreign and name in PAINTED):
                written[name] = self._style(
                    revealed(element, unreferenced(value)) if name == "style" else unreferenced(value)
                )
        if self._is_plain:
            return {name: value for name, value in written.items() if is_foreign or name not in _OF_LOOKS}
        if behind := background(given, self._find):
            written["style"] = f"{written.get('style', '')};background-image:url({quoted(behind)})"
        return written

    def _style(self, value: str) -> str:
        return value if _SIMPLE_STYLE.fullmatch(value) else rewritten(value, self._find)

    def link(self, given: Mapping[str, str]) -> Attributes:
        """A link, or an area of an image that is one."""
        return link(given, self._find, self._page, outside=self._outside, target=self._target)

    def area(self, given: Mapping[str, str]) -> Attributes:
        """An area of an image."""
        return self.link(given)

    def image(self, given: Mapping[str, str]) -> Attributes:
        """An image; without what it shows its alternative text remains."""
        own = image(given, self._find)
        if _LOCAL.fullmatch(given.get("usemap", "")):
            own["usemap"] = given["usemap"]
        if given.get("sizes", "").lstrip().lower().startswith("auto"):
            own["sizes"] = ""
        return own

    def source(self, given: Mapping[str, str]) -> Attributes | None:
        """One of several versions of an image, a film or a sound."""
        if found := candidates(given, self._find):
            return {"srcset": found}
        sound = self._media(given.get("src", ""))
        return {"src": sound} if sound else None

    def player(self, given: Mapping[str, str]) -> Attributes:
        """A film or a sound: it waits for its reader."""
        own = {"controls": "", "preload": "metadata"}
        if found := self._media(given.get("src", "")):
            own["src"] = found
        if poster := picture(given.get("poster", ""), self._find):
            own["poster"] = poster
        return own

    def _media(self, written: str) -> str | None:
        found = unreferenced(written).strip()
        return self._find(found, Use.MEDIA) if found else None

    def form(self, _: Mapping[str, str]) -> Attributes:
        """A form that sends nothing: one of a dialog, in no dialog (HTML, 4.10.22.3, step 11)."""
        return {"method": "dialog", "autocomplete": "off"}

    def field(self, given: Mapping[str, str]) -> Attributes | None:
        """A field of a form."""
        kind = given.get("type", "").strip().lower()
        if kind == "hidden":
            return None
        if kind == "image":
            return {name: value for name, value in image(given, self._find).items() if name != "srcset"}
        return {"type": "text"} if kind == "password" else {}

    def background(self, given: Mapping[str, str]) -> Attributes:
        """What has an image behind it, as pages of the nineties have."""
        found = picture(given.get("background", ""), self._find)
        return {"background": found} if found and not self._is_plain else {}

    def drawing(self, given: Mapping[str, str]) -> Attributes | None:
        """An image in a drawing."""
        found = picture(_reference(given), self._find)
        return {"href": found} if found else None

    def place(self, given: Mapping[str, str]) -> Attributes:
        """What points to a part of its own page, and nowhere else."""
        found = unreferenced(_reference(given)).strip()
        return {"href": found} if _LOCAL.fullmatch(found) else {}


def _is_said(name: str, value: str) -> bool:
    """Whether an attribute of the page's own may hang a style on its element."""
    return (
        len(value) <= _LONGEST_DATA
        and _DATA.fullmatch(name) is not None
        and not _OF_SCRIPTS.search(name)
        and "//" not in value
    )


def _reference(given: Mapping[str, str]) -> str:
    return given.get("href") or given.get("xlink:href") or ""


_RULES: dict[str, _Rule] = {
    "a": Rules.link,
    "area": Rules.area,
    "img": Rules.image,
    "source": Rules.source,
    "video": Rules.player,
    "audio": Rules.player,
    "form": Rules.form,
    "input": Rules.field,
    **dict.fromkeys(["body", "table", "thead", "tbody", "tfoot", "tr", "td", "th"], Rules.background),
}
_FOREIGN: dict[str, _Rule] = {
    "a": lambda rules, given: rules.link({**given, "href": _reference(given)}),
    "image": Rules.drawing,
    **dict.fromkeys(
        ["use", "lineargradient", "radialgradient", "pattern", "textpath", "mask", "filter", "clippath"],
        Rules.place,
    ),
}


def written(attributes: Mapping[str, str]) -> str:
    """Attributes as they stand in a tag."""
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
