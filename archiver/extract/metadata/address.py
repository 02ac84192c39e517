"""The date in an address: `/2019/05/02/slug`. The last word, where the page itself is silent."""

import re
from urllib.parse import urlsplit

from archiver.extract.markup import Markup
from archiver.extract.metadata.claims import Claims

_DATED = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])(?:[/-](0[1-9]|[12]\d|3[01]))?(?=[/-])")


def read(page: Markup) -> Claims:
    """The claim of the page's own address."""
    found = _DATED.search(urlsplit(page.url).path)
    return Claims(issued=("-".join(part for part in found.groups() if part),)) if found else Claims()
