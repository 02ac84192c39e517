"""What is cited, as items: a post, a source, a citation, a month, a search result, everything."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from archiver.collection.publish_settings import PublishSettings
from archiver.collection.settings import Settings
from archiver.models.blog import Month
from archiver.models.item import Item
from archiver.models.pages import Wanted
from archiver.models.views import Reference
from archiver.search.browsing import every_hit
from archiver.search.item_reader import ItemReader
from archiver.search.whole import SHOWN
from archiver.store.database import opened
from archiver.store.rows import every


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A database to cite from, what its blog is called, and where its captures are public."""

    path: Path
    blog: str | None = None
    publish: PublishSettings = field(default_factory=PublishSettings)

    @classmethod
    def by(cls, path: Path, settings: Settings) -> Self:
        """As the settings of its collection say."""
        return cls(path=path, blog=settings.blog.title or None, publish=settings.publish)

    def of(self, references: Iterable[Reference], *, with_sources: bool = False) -> Iterator[Item]:
        """Posts, sources and citations by their numbers, each work once; with what the posts cite, where that is wanted."""
        with opened(self.path) as db:
            reader = ItemReader(db, blog=self.blog, publish=self.publish)
            yield from once(
                item for each in references for item in reader.items(each, with_sources=with_sources)
            )

    def item(self, reference: Reference) -> Item | None:
        """One of them; None where there is none with this number."""
        return next(self.of([reference]), None)

    def of_month(self, month: Month, *, with_sources: bool = False) -> Iterator[Item]:
        """The captured posts of a month, the oldest first."""
        with opened(self.path) as db:
            ids = [row["id"] for row in every(db, _MONTH, month.year, month.month)]
        yield from self.of((Reference(kind="post", id=each) for each in ids), with_sources=with_sources)

    def of_search(self, wanted: Wanted, *, with_sources: bool = False) -> Iterator[Item]:
        """All that search finds, the best first."""
        yield from self.of(every_hit(self.path, wanted), with_sources=with_sources)

    def everything(self) -> Iterator[Item]:
        """Every captured post, then every source that posts cite, and every other page that is there; one at a time."""
        with opened(self.path) as db:
            reader = ItemReader(db, blog=self.blog, publish=self.publish)
            for kind, ids in (("post", _POSTS), ("source", _SOURCES)):
                after = 0
                while rows := every(db, ids, after):
                    for row in rows:
                        yield from reader.items(Reference(kind=kind, id=row["id"]), with_sources=False)
                    after = rows[-1]["id"]


def once(items: Iterable[Item]) -> Iterator[Item]:
    """Each work the first time that it comes."""
    seen: set[str] = set()
    for item in items:
        if item.id not in seen:
            seen.add(item.id)
            yield item


_CHUNK = 500
_POSTS = f"SELECT id FROM posts WHERE first_captured IS NOT NULL AND id > ? ORDER BY id LIMIT {_CHUNK}"  # noqa: S608
_SOURCES = f"""
SELECT id FROM sources WHERE id > ? AND {SHOWN} ORDER BY id LIMIT {_CHUNK}
"""  # noqa: S608
_MONTH = """
SELECT posts.id FROM posts JOIN months ON months.id = month_id
WHERE year = ? AND month = ? AND first_captured IS NOT NULL ORDER BY published, posts.id
"""
