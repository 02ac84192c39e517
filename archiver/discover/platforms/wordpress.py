"""WordPress, classic and block themes: `<body class="single-post">`, `li.wp-block-post`, `/wp-content/`."""

import re
from urllib.parse import urljoin, urlsplit

from archiver.discover.rest import rest_url
from archiver.discover.signs import made_by
from archiver.models.blog import Month
from archiver.web.page import Page, tokens

NAME = "wordpress"
ENTRIES = (".hentry", ".type-post", ".wp-block-post")
CONTENT = (".entry-content", ".wp-block-post-content", ".post-content", ".post-entry", ".entry")
NOT_CONTENT = (
    ".sharedaddy",
    ".sd-sharing",
    ".jp-relatedposts",
    ".wpcnt",
    ".addtoany_share_save_container",
    ".heateor_sss_sharing_container",
    ".yarpp-related",
    ".wp-block-post-navigation-link",
    ".wp-block-comments",
    ".more-link",
    ".post-password-form",
)
SITEMAPS = ("wp-sitemap.xml", "sitemap_index.xml", "sitemap.xml")
TITLE_PREFIXES = ("Protected: ", "Private: ")
NO_TITLES = ("Untitled", "(no title)")  # Twenty Twenty-One; core's lists

_GENERATOR = re.compile(r"WordPress\b", re.IGNORECASE)
# Body classes of core's `get_body_class()`.
_POST = frozenset(["single-post"])
_OTHER = frozenset(
    ["page", "archive", "home", "blog", "search", "error404", "attachment", "single-attachment"]
)
_DATED = re.compile(r"(.*?/)(?:19|20)\d\d/(?:0[1-9]|1[0-2])/.")
_NUMBERED = re.compile(r"(.*/)\d+(?:/[^/]*)?/?")
_MADE_BY = ("/wp-content/", "/wp-includes/", "/wp-json/", "//public-api.wordpress.com/")


def recognises(page: Page) -> bool:
    """By the generator tag, the API link, or where styles and scripts lie."""
    return made_by(page, _GENERATOR, head=_MADE_BY)


def is_post(page: Page) -> bool | None:
    """By the classes of the body element."""
    classes = tokens(page.soup.body, "class") if page.soup.body else ()
    if not _POST.isdisjoint(classes):
        return True
    return False if not _OTHER.isdisjoint(classes) else None


def month_urls(root: str, post: str, month: Month) -> tuple[str, ...]:
    """`?m=201909` without permalinks; else where `WP_Rewrite::get_date_permastruct` puts it, as far as a post's address tells.

    Dates stand after the fixed beginning of posts' addresses: `/2019/09/`, `/archives/2019/09/`, `/index.php/2019/09/`; below
    `date/` where a post's number may stand for a year: `/archives/date/2019/09` beside `/archives/123`.
    """
    parts = urlsplit(post)
    number = f"{month.year:04d}/{month.month:02d}"
    if re.search(r"(?:^|&)p=\d+", parts.query):
        return (urljoin(root, f"?m={number.replace('/', '')}"),)
    number += "/" if parts.path.endswith("/") else ""
    if match := _DATED.match(parts.path):
        return urljoin(post, match[1] + number), urljoin(post, f"{match[1]}date/{number}")
    if match := _NUMBERED.fullmatch(parts.path):
        return urljoin(post, f"{match[1]}date/{number}"), urljoin(root, number)
    if "/index.php/" in parts.path:
        return (urljoin(post, parts.path.partition("/index.php/")[0] + "/index.php/" + number),)
    folder = parts.path.rstrip("/").rpartition("/")[0] + "/"
    return tuple(dict.fromkeys((urljoin(root, number), urljoin(post, folder + number))))


def lists(page: Page) -> tuple[str, ...]:
    """The REST list of posts, where a page says that there is one."""
    url = rest_url(page)
    return (url,) if url is not None else ()
