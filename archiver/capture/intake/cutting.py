"""A WARC, cut into its records: by their lengths where these are right, else by where the next record begins."""

from collections.abc import Callable, Iterator
from pathlib import Path

from archiver.capture.intake.cut import Cut
from archiver.capture.intake.stream import Stream
from archiver.capture.spool import Spool
from archiver.capture.verifying.heading import parse_heading

BEGINNING = b"WARC/"
_END = b"\r\n\r\n"
_SEARCHED = 64 << 20  # bytes of a block in which further records are looked for, where its length is wrong
NO_LENGTH = "had no length"


def cut_warc(stream: Stream, folder: Path) -> Iterator[Cut]:
    """All records, and what is none, in their order. Long blocks lie in `folder` meanwhile."""
    return cut_all(stream, folder, _cut)


def cut_all(stream: Stream, folder: Path, cut: Callable[[Stream, Spool], Cut]) -> Iterator[Cut]:
    """What a stream holds, cut one by one; what cannot be unpacked stands where it stood."""
    while True:
        stream.skip_line_ends()
        if stream.is_empty():
            if stream.damage is None:
                return
            yield damaged(stream, Spool(folder))
            continue
        block = Spool(folder)
        try:
            yield cut(stream, block)
        finally:
            block.close()


def damaged(stream: Stream, block: Spool, head: bytes = b"") -> Cut:
    """What cannot be unpacked, with what was unpacked before it and belongs to it. The stream goes on after it."""
    damage = stream.damage
    assert damage is not None
    stream.resume()
    return Cut(
        offset=damage.offset,
        head=head,
        block=block,
        members=(damage.offset, damage.end),
        problem=damage.reason,
    )


def _cut(stream: Stream, block: Spool) -> Cut:
    offset, start = stream.offset, stream.start
    if stream.peek(len(BEGINNING)) != BEGINNING:
        stream.copy_to_next(block)
        return _none(stream, block, offset, start, "bytes that are no record")
    head = stream.through(_END, b"\n\n")
    if head is None:
        stream.copy_to_next(block)
        return _none(stream, block, offset, start, "the head of a record has no end")
    cut = Cut(offset=offset, head=head, block=block)
    length = parse_heading(_crlf(head)).length
    if length is None:
        stream.copy_to_next(block)
        _drop_line_ends(cut)
        cut.said = (NO_LENGTH,)
    else:
        cut.missing = length - stream.copy(length, block)
        _trailer(stream, cut)
    if stream.damage is not None and stream.is_empty() and (cut.missing or length is None):
        return damaged(stream, block, head)
    end = stream.member_end()
    is_broken = stream.damage is not None and stream.damage.offset == offset and stream.is_empty()
    if is_broken and start is not None and end is None:
        return damaged(stream, block, head)  # its checksum is wrong
    if start is not None and end is not None:
        cut.members = (start, end)
    if cut.missing:
        cut.problem = f"{cut.missing} bytes shorter than its Content-Length says"
    return cut


def _none(stream: Stream, block: Spool, offset: int, start: int | None, problem: str) -> Cut:
    if stream.damage is not None and stream.is_empty():
        return damaged(stream, block)
    end = stream.member_end()
    members = (start, end) if start is not None and end is not None else None
    return Cut(offset=offset, head=b"", block=block, members=members, problem=problem)


def _trailer(stream: Stream, cut: Cut) -> None:
    """Take the line ends after a block; where something else stands there, the length was wrong."""
    if cut.missing:
        _give_back(stream, cut)
        return
    if stream.peek(len(_END)) == _END:
        stream.take(len(_END))
        return
    cut.is_closed = False
    following = stream.peek(len(_END) + len(BEGINNING)).lstrip(b"\r\n")
    if not following or following.startswith(BEGINNING):
        stream.skip_line_ends()
        return
    length = len(cut.block)
    if _give_back(stream, cut):
        return
    stream.copy_to_next(cut.block)
    cut.is_closed = True
    _drop_line_ends(cut)
    cut.excess = max(0, len(cut.block) - length)


def _give_back(stream: Stream, cut: Cut) -> bool:
    """Where a length was too long, and took further records with it, these are cut anew. Gives whether it did."""
    if len(cut.block) > _SEARCHED:
        return False
    data = b"".join(cut.block.pieces())
    at = data.find(_END + BEGINNING)
    if at < 0:
        return False
    stream.put_back(data[at + len(_END) :])
    cut.missing += len(data) - at
    cut.problem = "its Content-Length reaches into the next record"
    cut.block.cut(at)
    return True


def _drop_line_ends(cut: Cut) -> None:
    """The line ends after a block are none of it."""
    cut.block.cut(len(cut.block) - len(_END) if cut.block.ending(len(_END)) == _END else len(cut.block))


def _crlf(head: bytes) -> bytes:
    """All before the empty line."""
    return head.replace(b"\r\n", b"\n").rstrip(b"\n").replace(b"\n", b"\r\n")
