"""The one place where reading, replaying and exporting meet: an archive as a folder of pages."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from archiver.collection.folder import Collection
from archiver.export.boxes import FILES, on_page
from archiver.export.registry import format_named
from archiver.export.site import Entry, Site, may_be_given
from archiver.models.capture import Capture
from archiver.models.pages import PostPage, SourcePage
from archiver.models.views import Reference
from archiver.pages import data
from archiver.pages.provenance import provenance
from archiver.replay.finding import Use
from archiver.replay.headers import Serving, serving
from archiver.replay.showing import shown_as
from archiver.search.captures import nearest
from archiver.search.home import home, month_page
from archiver.search.items import Shelf
from archiver.search.posts import numbers_of
from archiver.search.reading_pages import post_page, snapshot_page, source_page
from archiver.search.records import attested, read_back
from archiver.search.whole import Lying, entries, lying, numbers
from archiver.store.database import opened


@dataclass(slots=True)
class Published:
    """What was written."""

    posts: int = 0
    sources: int = 0
    captures: int = 0
    unreadable: list[str] = field(default_factory=list)  # addresses of captures whose record cannot be read


def publish_site(
    collection: Collection, folder: Path, title: str, watch: Callable[[str], None] = lambda _: None
) -> Published:
    """Write all posts, what they cite and the captures of both into an empty folder, fit to be opened from a disk."""
    site = Site(folder, title)
    database = collection.database
    done = Published()
    shelf = Shelf.by(database, collection.settings)
    all_of = numbers(database)
    posts = [page for each in all_of.posts if (page := post_page(database, each)) is not None]
    sources = [cited for each in all_of.sources if (cited := source_page(database, each)) is not None]
    shown = dict.fromkeys([*_of_posts(posts), *_of_sources(sources)])
    with opened(database) as db:
        contents = _Contents(collection, db, site, frozenset(shown), done)
        for snapshot_id in shown:
            contents.take(snapshot_id)
        watch("captures")
        contents.write()
    front = home(database)
    site.write("index.html", site.render.home(front))
    for month in (cell.month for year in front.years for cell in year.months if cell is not None):
        listed = month_page(database, month)
        if listed is not None:
            site.write(site.links.month(month), site.render.month(listed))
    watch("posts")
    for page in posts:
        leads = numbers_of(database, [each.url for each in page.post.internal])
        leads = {url: number for url, number in leads.items() if number in all_of.posts}
        as_cited = _cite(site, shelf, Reference(kind="post", id=page.post.id))
        site.write(site.links.post(page.post.id), site.render.post(page, leads=leads, **as_cited))
    watch("sources")
    for work in sources:
        as_cited = _cite(site, shelf, Reference(kind="source", id=work.source.id))
        site.write(site.links.source(work.source.id), site.render.source(work, **as_cited))
    for snapshot_id in shown:
        captured = snapshot_page(database, snapshot_id)
        if captured is not None:
            captured = captured.within(frozenset(shown), frozenset(all_of.sources), frozenset(all_of.posts))
            record = attested(database, collection.warcs, captured.snapshot.place)
            told = provenance(captured, record, "When this page was made")
            head, coins = data.of_snapshot(captured.snapshot, captured.title, None)
            laid_out = site.render.snapshot(captured, provenance=told, head=head, coins=coins)
            site.write(site.links.snapshot(snapshot_id), laid_out)
            content = site.links.part(snapshot_id, "content")
            if content is not None and content.endswith(".html"):
                site.write(
                    f"page-{snapshot_id}.html",
                    site.render.frame(captured, content, allow="allow-same-origin"),
                )
    site.finish(Entry(name=f"{row['kind']}-{row.pop('id')}.html", **row) for row in entries(database))
    done.posts, done.sources, done.captures = len(posts), len(sources), len(shown)
    return done


def _cite(site: Site, shelf: Shelf, reference: Reference) -> dict[str, Any]:
    """A post or a source in every citation format, for people and machines; of a post also what it cites, as files."""
    item = shelf.item(reference)
    if item is None:
        return {}
    if reference.kind == "post":
        items = list(shelf.of([reference], with_sources=True))
        for name in FILES:
            wanted = site.links.bibliography(item.id, name)
            if wanted is not None:
                site.write(wanted, format_named(name).text(items))
    public = item.copy.public if item.copy is not None else None
    return on_page(item, public.url if public is not None else None)


def _of_posts(posts: list[PostPage]) -> list[int]:
    """The captures that posts' pages lead to."""
    found = [page.post.snapshot.id for page in posts if page.post.snapshot is not None]
    for page in posts:
        for near in page.nearest.values():
            found += [each.id for each in (near.then, near.last) if each is not None]
    return found


def _of_sources(sources: list[SourcePage]) -> list[int]:
    return [each.snapshot.id for page in sources for each in page.readings]


class _Contents:
    """What was captured, made safe, with all that it needs."""

    def __init__(
        self, collection: Collection, db: Database, site: Site, shown: frozenset[int], done: Published
    ) -> None:
        self._warcs, self._db, self._site, self._shown, self._done = collection.warcs, db, site, shown, done
        self._line: deque[tuple[int, Lying, Serving]] = (
            deque()
        )  # what may need others, and is read again in its turn
        self._taken: set[int] = set()

    def take(self, snapshot_id: int) -> str | None:
        """The name of the file that a capture gets; None where it gets none. A page or a style is written in its turn."""
        if snapshot_id not in self._taken:
            self._taken.add(snapshot_id)
            where = lying(self._db, snapshot_id)
            capture = self._read(where) if where is not None else None
            if capture is not None and where is not None and capture.payload:
                kind, media_type = serving(capture.payload, where.content_type)
                if may_be_given(kind):
                    name = self._site.name_part(snapshot_id, media_type)
                    if kind in {Serving.PAGE, Serving.STYLE}:
                        self._line.append((snapshot_id, where, kind))
                    else:
                        self._site.write(name, self._content(kind, where, capture))
        return self._site.links.part(snapshot_id, "content")

    def write(self) -> None:
        """Write all that was taken, and what that needs."""
        while self._line:
            snapshot_id, where, kind = self._line.popleft()
            capture = self._read(where)
            name = self._site.links.part(snapshot_id, "content")
            if capture is not None and name is not None:
                self._site.write(name, self._content(kind, where, capture))

    def _content(self, kind: Serving, where: Lying, capture: Capture) -> str | bytes:
        def find(url: str, use: Use) -> str | None:
            found = nearest(self._db, url, where.date)
            if found is None or (use is Use.LINK and found not in self._shown):
                return None
            return self.take(found)

        return shown_as(kind, capture.payload, where.content_type, where.url, find)

    def _read(self, where: Lying) -> Capture | None:
        capture = read_back(self._db, self._warcs, where.place)
        if capture is None:
            self._done.unreadable.append(where.url)
        return capture
