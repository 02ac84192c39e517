"""A package, whatever it is put into: which records, in which files, and what lies around them."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Protocol

from archiver.capture.packing.indexing import Lines
from archiver.capture.packing.lots import EXCERPT, excerpt, made_id, made_info, whole
from archiver.capture.packing.taking import Taken
from archiver.capture.packing.telling import Telling
from archiver.collection.folder import Collection
from archiver.collection.warcs import OPEN
from archiver.export.package.pages import PAGES, page_list, text_file
from archiver.export.package.provenance import index_page, provenance_json, provenance_pages
from archiver.models.errors import ArchiverError
from archiver.models.package import Contents, Portion
from archiver.packing.choosing import Wanted
from archiver.search.packed_works import crawls, works
from archiver.search.packing import Choice
from archiver.search.pictures import pictures

DATA = "data.warc.gz"
_TIMES = 10  # what is written about records is no longer than so many times what they have, packed
Files = Mapping[str, Iterable[bytes]]
Watch = Callable[[int], None]


class Sink(Protocol):
    """A zip, or a folder."""

    def add(self, path: str, pieces: Iterable[bytes], *, most: int = 0) -> object:
        """A file in it; `most` is how many bytes it may have, where that may be many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """What goes in."""

    collection: Collection
    choice: Choice
    wanted: Wanted
    contents: Contents
    citation: Files = field(default_factory=dict)  # by name, such as citation/citations.bib

    def records(self) -> Iterator[Taken]:
        """All records as one file, which begins by saying what it is."""
        yield from self._excerpt() if self.wanted is not None else self._all()

    def files(self) -> Iterator[tuple[str, Iterator[Taken]]]:
        """All records, by file: of everything the files that the archive has, else one."""
        if self.wanted is not None:
            yield DATA, self._excerpt()
            return
        for portion, path in self._whole_files():
            yield portion.warc, whole(path, portion.indexed, self.choice.lots(portion.warc))

    @property
    def most(self) -> int:
        """How many bytes the records have at most, in all."""
        paths = [self.collection.warc_file(each.warc) for each in self.choice.portions()]
        return sum(path.stat().st_size for path in paths) + (1 << 20)

    def write(self, sink: Sink, folder: Path, watch: Watch = lambda _: None) -> int:
        """Write all but what lists the files; gives how many records. Unnamed files are made in `folder`.

        Raises:
            DamagedWarcError: a record is broken.
            OSError: something cannot be read or written.
        """
        with ExitStack() as stack:
            lines = stack.enter_context(Lines(folder))
            told = stack.enter_context(TemporaryFile(dir=folder))
            count = 0
            for name, records in self.files():
                copying = _Copying(name, lines, told, watch)
                sink.add(f"archive/{name}", copying.pieces(records), most=self.most)
                count += copying.count
            lines.write(sink.add)
            self._around(sink, told)
        return count

    def _around(self, sink: Sink, told: IO[bytes]) -> None:
        """Pages, texts, and where all is from."""
        db, most = self.choice.db, _TIMES * self.most
        sink.add(PAGES, page_list(works(db), title=self.contents.title), most=most)
        for name, pieces in self.citation.items():
            sink.add(name, pieces)
        sink.add(
            "provenance/provenance.json",
            provenance_json(self.contents, works(db), crawls(db), _lines_of(told)),
            most=most,
        )
        for name, page in provenance_pages(self.contents, works(db), crawls(db), _lines_of(told)):
            sink.add(f"provenance/{name}", page)
        if self.wanted is None and self.collection.manifest.exists():
            sink.add("provenance/manifest.jsonl", [self.collection.manifest.read_bytes()])
        for work in works(db):
            text = text_file(work)
            if text is not None:
                sink.add(f"text/{work.reference}.txt", [text])
        attached: dict[str, list[tuple[str, str]]] = {}
        for each in pictures(db, self.collection.warcs):
            sink.add(f"attachments/{each.name}", [each.payload])
            attached.setdefault(each.reference, []).append((f"attachments/{each.name}", each.label))
        sink.add("about/index.html", index_page(self.contents, works(db), self.citation, attached))

    def _excerpt(self) -> Iterator[Taken]:
        return excerpt(self.choice.lots(), self.collection.warc_file, self._info())

    def _all(self) -> Iterator[Taken]:
        yield self._info()
        for portion, path in self._whole_files():
            yield from whole(path, portion.indexed, self.choice.lots(portion.warc))

    def _whole_files(self) -> list[tuple[Portion, Path]]:
        """All WARCs, as far as a crawl that goes on has written them.

        Raises:
            ArchiverError: the database does not know all of them.
        """
        found = [(each, self.collection.warc_file(each.warc)) for each in self.choice.portions()]
        known = {path for portion, path in found if path.suffix == OPEN or _is_read(portion, path)}
        for path in self.collection.warc_files():
            if path not in known and path.suffix != OPEN:
                raise ArchiverError(f"{path.name}: the database does not know all of it. Run: archiver index")
        return found

    def _info(self) -> Taken:
        """What a file of records from several says of itself. Its id comes of what is in it."""
        about = self.contents
        sha256 = hashlib.sha256(json.dumps([about.selection, about.created, about.blog]).encode())
        for lot in self.choice.lots():
            sha256.update(lot.snapshot.record_id.encode("utf-8", "replace"))
        return made_info(
            record_id=made_id(sha256.hexdigest()),
            date=f"{about.created[:19]}.000000Z",  # as precise as ours are
            fields=[
                ("software", about.software),
                (EXCERPT, about.blog),
                ("selection", about.selection),
                ("title", about.title),
                ("description", about.description),
            ],
        )


def _is_read(portion: Portion, path: Path) -> bool:
    return portion.indexed == path.stat().st_size


class _Copying:
    """The records of one file, copied; what they are is told on the way."""

    def __init__(self, name: str, lines: Lines, told: IO[bytes], watch: Watch) -> None:
        self.count = 0
        self._name, self._lines, self._told, self._watch = name, lines, told, watch

    def pieces(self, records: Iterable[Taken]) -> Iterator[bytes]:
        telling, offset = Telling(), 0
        for record in records:
            sha256 = hashlib.sha256()
            for piece in record.pieces():
                sha256.update(piece)
                yield piece
            self._lines.add(record, filename=self._name, offset=offset, digest=f"sha256:{sha256.hexdigest()}")
            for entry in telling.add(record, self._name, offset):
                self._tell(entry)
            offset += record.length
            self.count += 1
            self._watch(record.length)
        for entry in telling.finish():
            self._tell(entry)

    def _tell(self, entry: dict[str, object]) -> None:
        self._told.write(json.dumps(entry, ensure_ascii=False).encode("utf-8", "replace") + b"\n")


def _lines_of(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    return (line.removesuffix(b"\n") for line in file)
