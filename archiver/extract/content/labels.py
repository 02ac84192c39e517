"""What a box says of itself: its element, its role, and the words of its class and id, whatever a theme calls it."""

import re
from functools import lru_cache

from archiver.extract.content.outline import Box, Outline

# Words that themes and plug-ins use. The order counts: a name belongs to the first group that it fits.
_WORDS = {
    "comments": r"comments?(?![a-z])|comment-?(?:list|area|section|form|body)|disqus|respond(?![a-z])|livefyre|repl(?:y|ies)",
    "share": r"shar(?:e|ing)|social|addtoany|addthis|follow-?us",
    "related": (
        r"related|recommend|recirc|read-?(?:more|next)|up-?next|next-?up|more-?(?:stories|articles|posts|from|news|like|on)|"
        r"also-?(?:read|like)|you-?(?:may|might)|suggest|trending|popular|most-?(?:read|viewed|recent)|latest|recent|"
        r"outbrain|taboola|teaser|similar"
    ),
    "letter": (
        r"newsletter|subscri|sign-?up|opt-?in|mailing|mc4wp|mailchimp|hubspot|lead-?(?:gen|form|magnet)|cta(?![a-z])|"
        r"call-?to-?action|donat"
    ),
    "promo": (
        r"promo|sponsor|advert|(?<![a-z])ads?(?![a-z])|adsbygoogle|dfp|banner|affiliate|commercial|upsell|marketing"
    ),
    "consent": (r"cookie|consent|gdpr|onetrust|popup|pop-?over|modal|overlay|lightbox|toast|paywall|regwall"),
    "navigation": (
        r"breadcrumb|(?<![a-z])nav(?![a-z])|navigation|navbar|menu|pagination|pager|paging|prev-?next|skip-?(?:to|link)|"
        r"toolbar|masthead|jump-?(?:links|to)|site-?header|top-?bar|tabs?(?![a-z])"
    ),
    "contents": r"(?<![a-z])toc(?![a-z])|table-?of-?contents|ez-toc|lwptoc|anchor-?links",
    "side": r"side-?bar|(?<![a-z-])widget(?:-area|s)?(?![a-z_-])|(?<![a-z])rail(?![a-z])|secondary|complementary",
    "foot": r"(?<![a-z])foot(?:er)?(?![a-z])|colophon|copyright|legal|disclaimer",
    "author": r"author|(?<![a-z])bio(?![a-z])|byline|contributor|written-?by|avatar|profile",
    "meta": (
        r"(?<![a-z])meta(?:data)?(?![a-z])|dateline|time-?stamp|(?<![a-z])date(?![a-z])|published|posted|tags?(?![a-z])|"
        r"tag-?(?:list|links|cloud)|categor|cat-links|keywords|topics|reading-?time|read-?time|eyebrow|kicker"
    ),
    "caption": r"caption|credit|(?<![a-z])figure|gallery|slider|carousel|slideshow|thumb|image",
    "form": (
        r"search|login|log-?in|sign-?in|register|account|(?<![a-z])form(?![a-z])|survey|poll|quiz|feedback|rating|vote|"
        r"calculator"
    ),
    "unseen": r"hidden|hide(?![a-z])|sr-only|screen-?reader|visually|noprint|print-?only|d-none|collapse",
    "content": (
        r"(?:entry|post|article|story|blog|page|main|body|rich|text|markdown|single|news)[-_]{0,2}"
        r"(?:content|body|text|copy|main|entry)|articlebody|e-content|(?<![a-z])prose(?![a-z])|rte(?![a-z])|wysiwyg|richtext|"
        r"(?<![a-z])content(?![a-z])|field-?-?name-?-?body|field--type-text"
    ),
    "title": (
        r"title|headline|heading|hero|subtitle|deck(?![a-z])|dek(?![a-z])|standfirst|summary|excerpt|intro|lead(?![a-z])"
    ),
    "product": r"product|price|shop|cart|buy|deal|review-?box|pros|cons(?![a-z])|spec",
    "note": r"footnote|reference|citation|sources?(?![a-z])|bibliograph|endnote|reflist",
}
_ELEMENTS = {
    "nav": "is-nav",
    "footer": "is-footer",
    "aside": "is-aside",
    "header": "is-header",
    "form": "is-form",
    "dialog": "is-form",
    "article": "is-article",
    "main": "is-main",
    "figure": "is-figure",
    "figcaption": "is-figure",
    "blockquote": "is-quote",
    "table": "is-table",
    "ul": "is-list",
    "ol": "is-list",
    "details": "is-details",
}
_ROLES = {
    "navigation": "is-nav",
    "menu": "is-nav",
    "menubar": "is-nav",
    "contentinfo": "is-footer",
    "complementary": "is-aside",
    "banner": "is-header",
    "dialog": "is-form",
    "search": "is-form",
    "article": "is-article",
    "main": "is-main",
}
LABELS = (*_WORDS, *dict.fromkeys(_ELEMENTS.values()), "is-unseen", "is-body")
BIT = {label: 1 << number for number, label in enumerate(LABELS)}
# What holds half of the page is no box beside it, whatever it is called: only these it may be.
_MAY_BE_LARGE = sum(BIT[label] for label in ("content", "is-article", "is-main", "is-unseen", "is-body"))
_PATTERN = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _WORDS.items()))
_LONGEST = 300  # characters of classes and id; whole style sheets are written there
_LARGE = 0.5  # of the page's words


def labels(page: Outline) -> list[int]:
    """The labels of each box, its own and those of all boxes around it: a sum of `BIT`s. They are found once."""
    whole = page.words[-1] or 1
    found = page.marks
    for box in page.boxes if not found else ():
        own = _own(box)
        if page.size(box) > whole * _LARGE:
            own &= _MAY_BE_LARGE
        found.append(own | (found[box.parent] if box.parent >= 0 else 0))
    return found


def _own(box: Box) -> int:
    if box.tag in {"html", "body"}:
        return 0
    get = box.element.get
    own = 0
    for name in (get("class") or "")[:_LONGEST].split():
        own |= _named(name)
    if identifier := get("id"):
        own |= _named(identifier[:_LONGEST])
    if (element := _ELEMENTS.get(box.tag)) is not None:
        own |= BIT[element]
    if role := get("role"):
        own |= BIT.get(_ROLES.get(role, ""), 0)
    style = get("style")
    if (
        get("hidden") is not None
        or get("aria-hidden") == "true"
        or (style and "display:none" in style[:_LONGEST].replace(" ", ""))
    ):
        own |= BIT["is-unseen"]
    if get("itemprop") in {"articleBody", "text"}:
        own |= BIT["is-body"]
    return own


@lru_cache(maxsize=32_768)
def _named(name: str) -> int:
    own = 0
    for match in _PATTERN.finditer(name.lower()):
        own |= BIT[str(match.lastgroup)]
    return own
