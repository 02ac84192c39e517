"""WordPress without permalinks: everything behind queries, months that nothing links to, the API behind `rest_route`."""

import json
from urllib.parse import parse_qsl, urlsplit

from tests.discover.blogs import B
from tests.discover.sites.common import posts
from tests.discover.sites.plain import Plain

POST = "/?p={n}"


def build():
    """Make the blog."""
    site = Plain(
        post=POST,
        month="/?m={y}{m}",
        month_page="{path}&paged={n}",
        page="/?paged={}",
        feed="/?feed=rss2",
        head='<meta name="generator" content="WordPress 6.4"><link rel="https://api.w.org/" href="/index.php?rest_route=/">',
        post_class="single single-post",
        list_class="archive",
    ).build()
    for path in ("/", *(f"/?paged={n}" for n in range(2, 8))):
        site.pages[path] = site.pages[path].replace('body class="archive"', 'body class="home blog"')
    site.lists |= {
        "/index.php?rest_route=/wp/v2/posts&per_page=100&_fields=link,title,date,modified_gmt&page=1",
        "/index.php?rest_route=/wp/v2/posts&per_page=20&_fields=link,content",
    }
    site.anything = _rest
    return site


def _rest(path):
    if dict(parse_qsl(urlsplit(path).query)).get("rest_route") != "/wp/v2/posts":
        return None
    return json.dumps(
        [
            {"link": B + post.at(POST), "title": {"rendered": post.title}, "date": post.published[:19]}
            for post in posts()
        ]
    )
