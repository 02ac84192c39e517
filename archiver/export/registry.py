"""Finds the citation formats by looking into their folder.

A format of prose has `NAME`, `LABEL` and `cite(item)`, which gives runs. One of which lists are made has `in_order(items)`, too.
Any other has `NAME`, `LABEL`, `MEDIA_TYPE`, `SUFFIX` and `entry(item)`, which gives text; and `BEFORE`, `BETWEEN`, `AFTER` where
more than a line's end stands around entries.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from archiver.export import formats
from archiver.export.wording.runs import Markup, Runs, rendered
from archiver.export.wording.tidy import tidied
from archiver.models.errors import SettingsError
from archiver.models.item import Item

_PROSE = {
    Markup.TEXT: ("text/plain", "txt"),
    Markup.HTML: ("text/html", "html"),
    Markup.MARKDOWN: ("text/markdown", "md"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One citation format. `media_type` and `suffix` are those of plain text where it is prose: see `as_markup`."""

    name: str  # as `--format` takes it
    label: str  # as people read it
    media_type: str  # UTF-8
    suffix: str  # of a file, without its dot
    is_prose: bool  # a sentence that can be had as text, HTML or Markdown
    in_order: Callable[[list[Item]], Iterable[Runs]] | None = None  # of a list: its entries, sorted
    before: str = ""
    between: str = "\n"
    after: str = "\n"
    entry: Callable[[Item], str] | None = None
    cite: Callable[[Item], Runs] | None = None

    @property
    def is_list(self) -> bool:
        """Whether several of them are sorted, and held in memory for that."""
        return self.in_order is not None

    def one(self, item: Item, markup: Markup = Markup.TEXT) -> str:
        """A single reference, with nothing around it."""
        if self.cite is not None:
            return rendered(self.cite(tidied(item)), markup)
        assert self.entry is not None
        return self.entry(tidied(item))

    def write(self, items: Iterable[Item], markup: Markup = Markup.TEXT) -> Iterator[str]:
        """A whole file, piece by piece, in the order of the items; only a list is sorted, and held in memory for that."""
        is_first = True
        for said in self._pieces(items, markup):
            yield (self.before if is_first else self._gap(markup)) + said
            is_first = False
        if not is_first or self.before:
            yield (self.before if is_first else "") + self.after

    def _pieces(self, items: Iterable[Item], markup: Markup) -> Iterator[str]:
        """Each reference on its own."""
        if self.in_order is not None:
            pieces = (rendered(runs, markup) for runs in self.in_order(self._once(items)))
        else:
            pieces = (self.one(item, markup) for item in items)
        is_marked = self.is_prose and markup is Markup.HTML
        return (f"<p>{piece}</p>" if is_marked else piece for piece in pieces)

    def _once(self, items: Iterable[Item]) -> list[Item]:
        """Works whose entries say the same, such as two addresses of one DOI, are one."""
        assert self.cite is not None
        found: dict[Runs, Item] = {}
        for item in map(tidied, items):
            found.setdefault(self.cite(item), item)
        return list(found.values())

    def text(self, items: Iterable[Item], markup: Markup = Markup.TEXT) -> str:
        """The same as one text."""
        return "".join(self.write(items, markup))

    def as_markup(self, markup: Markup) -> tuple[str, str]:
        """Media type and suffix of a file in a markup."""
        return _PROSE[markup] if self.is_prose else (self.media_type, self.suffix)

    def _gap(self, markup: Markup) -> str:
        return "\n\n" if self.is_prose and markup is Markup.MARKDOWN else self.between


@cache
def all_formats() -> dict[str, Format]:
    """Every format by its name, sorted."""
    names = sorted(name for _, name, _ in pkgutil.iter_modules(formats.__path__))
    found = map(_format, names)
    return {each.name: each for each in sorted(found, key=lambda each: each.name)}


def format_named(name: str) -> Format:
    """A format by its name.

    Raises:
        SettingsError: there is none.
    """
    found = all_formats().get(name)
    if found is None:
        raise SettingsError(f"{name!r} is no format: choose one of {', '.join(all_formats())}.")
    return found


def _format(name: str) -> Format:
    module = importlib.import_module(f"{formats.__name__}.{name}")
    is_prose = hasattr(module, "cite")
    media_type, suffix = _PROSE[Markup.TEXT] if is_prose else (module.MEDIA_TYPE, module.SUFFIX)
    return Format(
        name=module.NAME,
        label=module.LABEL,
        media_type=media_type,
        suffix=suffix,
        is_prose=is_prose,
        in_order=getattr(module, "in_order", None),
        before=getattr(module, "BEFORE", ""),
        between=getattr(module, "BETWEEN", "\n"),
        after=getattr(module, "AFTER", "\n"),
        entry=getattr(module, "entry", None),
        cite=getattr(module, "cite", None),
    )
