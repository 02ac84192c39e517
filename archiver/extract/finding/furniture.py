"""What stands in a post's content without being part of it: navigation, share buttons, bylines, comments."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from bs4 import Tag

from archiver.extract.finding.body import Body
from archiver.extract.spans import Span
from archiver.web.page import attribute, tokens
from archiver.web.url import site

# Classes and ids that themes and plug-ins give to such parts: WordPress core, Jetpack, AddToAny, Blogger, Pelican,
# Ghost, Hexo and Hugo themes, Docusaurus.
_CLASSES = (
    "sharedaddy jp-relatedposts wpcnt addtoany_share_save_container a2a_kit social-share share-buttons sharing "
    "post-share share-post shared-counts-wrap ssba heateor_sss_sharing_container ss-inline-share-wrapper "
    "post-navigation nav-links posts-navigation post-nav pagination paginator page-links wp-block-post-navigation-link "
    "entry-meta entry-footer post-info post-meta post-footer-line cat-links tag-links tags-links post-tags post-categories "
    "byline posted-by author-box author-bio about-author wp-block-post-author post-author breadcrumbs breadcrumb "
    "related-posts relatedposts yarpp yarpp-related related-articles toc table-of-contents tableofcontents toc_container "
    "ez-toc-container wp-block-table-of-contents comments comments-area comment-list comment-respond post-comments "
    "post-edit-link edit-link more-link read-more subscribe newsletter wp-block-jetpack-subscriptions "
    "headerlink hash-link anchor-link heading-anchor header-anchor"
).split()
_IDS = (
    "toc",
    "table-of-contents",
    "comments",
    "respond",
    "disqus_thread",
    "jp-relatedposts",
    "jp-post-flair",
)
_MOST = 0.9  # of a post's text; what holds more is the post itself, however it is called
_RELS = frozenset(["tag", "category", "author", "next", "prev", "bookmark"])
_SHARE = re.compile(
    r"(?:facebook\.com/(?:sharer|share|dialog)|(?:twitter|x)\.com/(?:intent|share|home\?status)|linkedin\.com/share|"
    r"pinterest\.[a-z.]+/pin/create|reddit\.com/submit|t\.me/share|(?:api\.whatsapp\.com|web\.whatsapp\.com)/send|wa\.me/\?|"
    r"tumblr\.com/(?:share|widgets/share)|getpocket\.com/(?:save|edit)|news\.ycombinator\.com/submitlink|"
    r"bsky\.app/intent|threads\.net/intent|addtoany\.com/|xing\.com/spi/shares|instapaper\.com/hello2|"
    r"mastodonshare\.com/|(?:telegram|t)\.me/share|feedly\.com/i/(?:subscription|discover)|plus\.google\.com/share|digg\.com/submit|"
    r"stumbleupon\.com/submit|delicious\.com/(?:post|save)|buffer\.com/add|bufferapp\.com/add|evernote\.com/clip|pinboard\.in/add|"
    r"flipboard\.com/bookmarklet|vk\.com/share|line\.me/R/msg|service\.weibo\.com/share|blogger\.com/(?:share-post|post-edit|email-post))"
)
_WORDS = re.compile(
    r"(?:continue reading.{0,200}|leave a (?:comment|reply)|permalink|(?:back to )?top|[#¶§])\W*",
    re.IGNORECASE,
)


def furniture(body: Body) -> Iterator[Span]:
    """The places of parts that are not the post's own."""
    named = (element for name in _IDS for element in body.with_id(name))
    for element in (*body.all("nav", "form"), *body.with_class(*_CLASSES), *named):
        place = body.place(element)
        if place.end - place.start < _MOST * len(body.text):
            yield place


def is_furniture(body: Body, link: Tag, url: str) -> bool:
    """Whether a link that stands in the post's own text still cites nothing: share, tag, permalink, "Read more"."""
    if not _RELS.isdisjoint(tokens(link, "rel")):
        return True
    if is_share(url):
        return True
    return (
        _WORDS.fullmatch(body.words(body.place(link))) is not None
        or "share" in attribute(link, "class").lower().split()
    )


def is_share(url: str) -> bool:
    """Whether an address only hands a page on to others."""
    return _SHARE.search(f"{site(url)}{urlsplit(url).path}?{urlsplit(url).query}") is not None
