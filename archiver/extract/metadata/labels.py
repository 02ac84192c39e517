"""What the names of an element (its classes, its id) say that it is: a byline, a date, a menu, the comments."""

import re
from functools import lru_cache
from itertools import pairwise

# The words in a name, in any fashion: post-author, postAuthor, PostAuthor, article_byline__writtenBy.
_WORDS = re.compile(r"[A-Z]?[a-zäöüéèñ]+|[A-Z]+(?![a-z])|[A-Z]")
_LONGEST = 80  # characters of one name; longer ones are a machine's
_MOST = 40  # names of one element
_ALL = 500  # characters of all its names


# What a name may say, as flags in plain numbers: a page asks thousands of times.
ELSEWHERE = 1  # about other things than the work
CARD = 2
FOOTER = 4
SIGNED = 8  # a byline
ABOUT = 16  # a description: of the author, where it is SIGNED, too
DATED = 32
CHANGED = 64  # of a date of a change
OWN = 128  # of the work itself
ENTRY = 256  # h-entry, hentry
COINS = 512
NAME = 1024
ROLE = 2048  # what an author is

_TABLE = (
    (
        ELSEWHERE,
        (
            "comments commentlist respond replies related recommend recommended recommendation recommendations sidebar newsletter newsletters "
            "promo promos promotion teaser teasers readmore readnext mostread mostpopular mostviewed mostrecent mostshared popular trending recent latest carousel "
            "slider swiper upnext nav navbar navigation menu menus breadcrumb breadcrumbs testimonial testimonials cookie cookies consent modal popup outbrain taboola "
            "sponsored advert advertisement advertising youmay alsolike suggested further seealso pagination pager disqus copyright legal blogroll similar infobox taxobox navbox hatnote "
            "kommentare commentaires verwandte weitere meistgelesen morefrom moreon morestories morearticles widgetarea commentform commentbody comment"
        ),
    ),
    (CARD, "card cards"),
    (FOOTER, "footer colophon contentinfo imprint impressum siteinfo"),
    (
        SIGNED,
        (
            "byline bylines byauthor author authors authorname authornames autor autoren autora auteur auteurs writer writers writtenby contributor contributors "
            "creator vcard postedby publishedby redakteur verfasser journalist reporter"
        ),
    ),
    (
        ABOUT,
        "bio biography box desc description info about social follow link links more image img avatar photo pic picture thumb thumbnail card profile section widget",
    ),
    (
        DATED,
        "date dates time times published publish pubdate pub posted day meta byline datum fecha datetime created timestamp stamp postdate entrydate publication dateline",
    ),
    (
        CHANGED,
        "updated update updatedat modified modify modification revised changed aktualisiert lastmod lastmodified reviewdate reviewedon lastupdated dateupdated datemodified",
    ),
    (OWN, "entry post article story blog author content"),
    (ENTRY, "hentry"),
    (NAME, "name names fullname displayname authorname authornames"),
    (ROLE, "role job jobtitle position designation occupation"),
)
_SAID: dict[str, int] = {}
for _label, _names in _TABLE:
    for _name in _names.split():
        _SAID[_name] = _SAID.get(_name, 0) | _label


def labels_of(names: str) -> int:
    """What the names of an element say, as flags.

    >>> labels_of("post-author byline__date") == SIGNED | DATED | OWN, labels_of("sidebarRight") == ELSEWHERE, labels_of("col-md-6")
    (True, True, 0)
    """
    return _labels_of(names[:_ALL])


def label_of_id(name: str) -> int:
    """What an id says. There is one of each: they would only fill the memory in which classes are kept."""
    return _label_of.__wrapped__(name[:_LONGEST])


# The same names stand on many elements, and on many pages. What is kept is short: hostile pages fill it, too.
@lru_cache(maxsize=20_000)
def _labels_of(names: str) -> int:
    found = 0
    for name in names.split()[:_MOST]:
        found |= _label_of(name[:_LONGEST])
    return found


@lru_cache(maxsize=20_000)
def _label_of(name: str) -> int:
    words = [word.lower() for word in _WORDS.findall(name)]
    found = 0
    if words and words[-1].endswith("byline"):  # storybyline
        found |= SIGNED
    for word in words:
        found |= _SAID.get(word, 0)
    for first, second in pairwise(words):
        found |= _SAID.get(first + second, 0)
    if found & SIGNED and words[-1:] == ["title"]:  # author-title
        found |= ROLE
    if name in _EXACT:
        found |= _EXACT[name]
    if words[:1] and words[0] in _FLAGS:  # has-sidebar, no-slider: what stands beside, not what this is
        found &= ~ELSEWHERE
    # comment-count, comments-link: what a byline line holds, not the comments.
    if "comment" in name and words[-1:] and words[-1] in _COUNTS:
        found &= ~ELSEWHERE
    return found


_EXACT = {"h-entry": ENTRY, "Z3988": COINS, "fn": SIGNED}  # fn1 is a footnote
_FLAGS = frozenset("has no with without hide show enable disable".split())
_COUNTS = frozenset("count counts link links number icon".split())
