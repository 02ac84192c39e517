"""Permalinks that name a place on the page of a day, a week or a month: `/2019/09/12#sluice`, `2003_09_01_archive.html#1063`.

So wrote Blosxom, the first Blogger, Radio UserLand and many by hand: such a page holds several posts whole.
"""

import re
from urllib.parse import urlsplit

from archiver.discover.addresses import is_day, key, month_in
from archiver.web.url import canonical

_PERIOD = re.compile(r"/(?:19|20)\d\d[_-]?\d\d[_-]?\d\d(?:_archive)?\.(?:html?|php)$", re.IGNORECASE)
# Places that every page may have, and that hold no post.
_OTHER = re.compile(
    r"(?:comments?|respond|reply|top|up|bottom|content|main|menu|nav|sidebar|footer|header|skip\w*|disqus_thread|trackbacks?|"
    r"pings?|share|:~:.*|!.*|(?:more|comment|comments|c|fn|fnref|ref|note|cite|_ftn|_ftnref|_edn)[-:_]?\d.*)",
    re.IGNORECASE,
)


def is_place(url: str) -> bool:
    """Whether an address is a post's place on the page of a day, a week or a month.

    >>> is_place("https://a.example/2019/09/12#sluice"), is_place("https://a.example/2019/09/12/sluice#comments")
    (True, False)
    """
    page, _, fragment = url.partition("#")
    if not fragment or _OTHER.fullmatch(fragment):
        return False
    return is_day(page) or month_in(page) is not None or _PERIOD.search(urlsplit(page).path) is not None


def post_key(url: str) -> str:
    """The form under which two addresses of one post meet: that of its page, and its place there, where it is one."""
    return f"{key(url)}#{url.partition('#')[2]}" if is_place(url) else key(url)


def canonical_post(url: str) -> str:
    """The canonical address of a post: a fragment is kept where it names a place that holds a post, and dropped elsewhere."""
    bare = canonical(url)
    return f"{bare}#{url.partition('#')[2]}" if is_place(url) else bare
