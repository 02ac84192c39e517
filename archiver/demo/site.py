"""The whole of the demo: the blog and the hosts that it cites."""

import json
from collections.abc import Mapping
from typing import Any

from archiver.demo.answer import Site
from archiver.demo.cited import cited
from archiver.demo.content import filled, text
from archiver.demo.weblog import weblog

BLOG = "blog"


def pages(blog: str, sources: Mapping[str, str]) -> dict[str, Site]:
    """What every host serves, by the host's name. Addresses end in a slash and are filled in wherever they are named."""
    return {BLOG: weblog(blog, sources), **cited(sources)}


def expected(blog: str, sources: Mapping[str, str]) -> dict[str, Any]:
    """What a perfect archive of the demo holds (`expected.json`), with the addresses filled in."""
    truth: dict[str, Any] = json.loads(filled(text("expected.json"), {"blog": blog, **sources}))
    return truth
