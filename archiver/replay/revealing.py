"""What a page hides until its script has come, or lays over its words until a click that nothing hears: seen, and out of the way.

Nothing is taken out. What covered the page stands where it was written.
"""

import re
from collections.abc import Mapping

# Libraries that let things come into sight while one scrolls: AOS, WOW, sal.js, ScrollReveal, Locomotive, Elementor, WPBakery, Divi, Avada.
_COMING = (
    "[data-aos],[data-sal],[data-sr],[data-scroll],[data-animate],[data-animation],[data-reveal],.wow,.elementor-invisible,"
    ".wpb_animate_when_almost_visible,.et-waypoint,.fusion-animated,.animate-on-scroll,.scroll-reveal,.reveal,.js-reveal,"
    ".fade-in,.fadein,.fade-up,.fade-in-up"
)
_NAMES = ("id", "class")
_CONSENT = ("cookie", "consent", "gdpr", "onetrust", "didomi", "cmplz", "cc-window", "truste", "usercentrics")
_CURTAINS = ("modal", "popup", "lightbox", "interstitial", "newsletter", "overlay", "backdrop")
_LOADERS = ("preload", "loader", "loading", "spinner", "splash")
_WORDS = "p,a,h1,h2,h3,li,td,article,picture,video,figure,form"
_STRONG = ":not(#_#_#_)"  # so that no rule of the page's outweighs ours
_DECLARATION = re.compile(r"\s*([\w-]{1,60})\s*:\s*([^;]*)", re.ASCII)
_CALM = re.compile(r"[^\"'\\{}]*+")  # no semicolon in it but between declarations
_NAUGHT = re.compile(r"0*(?:\.0*)?%?(?:\s*!important)?", re.IGNORECASE)
_HIDDEN = re.compile(r"(?:hidden|collapse)(?:\s*!important)?", re.IGNORECASE)
_NONE = re.compile(r"none(?:\s*!important)?", re.IGNORECASE)
_FROM = frozenset(["transform", "filter", "translate", "scale", "clip-path"])  # from where it would have come
_LOCKED = frozenset(
    ["overflow", "overflow-y", "position", "height", "max-height"]
)  # while a curtain is before it
_FIELDS = frozenset(["input", "textarea", "select", "button"])  # in which robots were to be caught
_ROOTS = frozenset(["html", "body"])
_LONGEST = 2000  # characters of a style


def _having(words: tuple[str, ...]) -> str:
    return ",".join(f'[{name}*="{word}" i]' for word in words for name in _NAMES)


_AWAY = "position:static!important;height:auto!important;min-height:0!important;max-height:none!important;transform:none!important"
STYLE = (
    f":is(html,body){_STRONG}{{opacity:1!important;visibility:visible!important;overflow-y:visible!important}}"
    f":is({_COMING}){_STRONG}{{opacity:1!important;visibility:visible!important;transform:none!important;animation:none!important}}"
    f":is({_having(_CONSENT)}):not(html,body){_STRONG}{{{_AWAY}}}"
    f"body>:is({_having(_CURTAINS)},[aria-modal=true]){_STRONG}{{{_AWAY}}}"
    f":is(div,section,span):is({_having(_LOADERS)}):not([class*=lazy i],:has({_WORDS})){_STRONG}{{{_AWAY}}}"
)
# A page without its own styles: lines of a length that can be read, and no image wider than they are.
PLAIN_STYLE = (
    "body{max-width:45em;margin:auto;padding:1em;font:1.05em/1.5 serif}img,svg,video{max-width:100%;height:auto}"
    "pre{white-space:pre-wrap}[hidden]{display:revert}"
)


def is_hiding(given: Mapping[str, str]) -> bool:
    """Whether an element of styles only hides the page until a script has seen that no other frames it."""
    return given.get("id", "").lower() == "anticlickjack"


def revealed(name: str, style: str) -> str:
    """A style attribute without what would have been taken back by a script.

    >>> revealed("div", "opacity:0;transform:translateY(20px);color:red"), revealed("body", "overflow:hidden")
    ('color:red', '')
    >>> revealed("div", "opacity:.5"), revealed("input", "opacity:0")
    ('opacity:.5', 'opacity:0')
    """
    if name in _FIELDS or ":" not in style or len(style) > _LONGEST or not _CALM.fullmatch(style):
        return style
    parts = [part for part in style.split(";") if part.strip()]
    said = [
        (match[1].lower(), match[2].strip(), part)
        for part in parts
        if (match := _DECLARATION.fullmatch(part))
    ]
    is_coming = any(_is_unseen(key, value) for key, value, _ in said)
    if not is_coming and name not in _ROOTS:
        return style
    return ";".join(
        part for key, value, part in said if not _is_undone(name, key, value, is_coming=is_coming)
    )


def _is_unseen(key: str, value: str) -> bool:
    return (key == "opacity" and value != "" and _NAUGHT.fullmatch(value) is not None) or (
        key == "visibility" and _HIDDEN.fullmatch(value) is not None
    )


def _is_undone(name: str, key: str, value: str, *, is_coming: bool) -> bool:
    if name in _ROOTS and (key in _LOCKED or (key == "display" and _NONE.fullmatch(value))):
        return True
    return _is_unseen(key, value) or (is_coming and key in _FROM)
