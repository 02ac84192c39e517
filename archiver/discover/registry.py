"""Finds the platform files: a file in `platforms/` is known by being there."""

import importlib
import pkgutil
from functools import cache
from typing import cast

from archiver.discover import platforms
from archiver.discover.platform import Platform
from archiver.web.page import Page

FALLBACK = "generic"


@cache
def all_platforms() -> dict[str, Platform]:
    """Every platform file by its name, sorted."""
    names = sorted(module.name for module in pkgutil.iter_modules(platforms.__path__))
    found = (importlib.import_module(f"{platforms.__name__}.{name}") for name in names)
    return {module.NAME: cast("Platform", module) for module in found}


@cache
def placeholders() -> frozenset[str]:
    """What some software shows where the author gave no title. A feed does not say which software made it."""
    return frozenset(title for platform in all_platforms().values() for title in platform.NO_TITLES)


def claims(page: Page) -> tuple[str, ...]:
    """The names of all platforms that recognise a page. More than one is a fault of theirs, which the cases show."""
    return tuple(name for name, platform in all_platforms().items() if platform.recognises(page))


def platform_of(page: Page) -> Platform:
    """The platform that made a page; `generic` where none or several claim it, so that no order decides."""
    names = claims(page)
    return all_platforms()[names[0] if len(names) == 1 else FALLBACK]
