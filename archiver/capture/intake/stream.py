"""The unpacked bytes of a file, to be taken from the front; what was taken can be put back."""

from collections import deque
from collections.abc import Iterable, Iterator

from archiver.capture.intake.unpacked import Damage, End, Event, Start
from archiver.capture.spool import Spool

_PIECE = 256 << 10
_LONGEST_HEAD = 1 << 20  # bytes; `verifying.record` draws the same line
_LINE_END = b"\r\n"


class Stream:
    """Positions count unpacked bytes. Damage stops it until `resume`."""

    def __init__(self, events: Iterable[Event], beginning: bytes) -> None:
        """`beginning` is what every record begins with, at the start of a line."""
        self.position = 0
        self.damage: Damage | None = None
        self.end = 0  # of the file, once it was read
        self._events: Iterator[Event] = iter(events)
        self.beginning = beginning
        self._data = bytearray()
        self._starts: deque[tuple[int, int]] = deque([(0, 0)])  # position and offset in the file
        self._is_over = False

    @property
    def offset(self) -> int:
        """Where in the file the next byte is: of its member, where it is the first of one, else of the unpacked file."""
        start = self.start
        return self.position if start is None else start

    @property
    def start(self) -> int | None:
        """Where the member begins whose first byte is the next one; None where it is another."""
        self._forget()
        position, offset = self._starts[0]
        return offset if position == self.position else None

    def is_empty(self) -> bool:
        """Whether nothing is left: of the file, or before damage."""
        return not self._data and not self._more()

    def peek(self, count: int) -> bytes:
        """The next bytes, fewer only at the end."""
        while len(self._data) < count and self._more():
            pass
        return bytes(self._data[:count])

    def take(self, count: int) -> bytes:
        """Take bytes that were looked at."""
        taken = bytes(self._data[:count])
        del self._data[:count]
        self.position += len(taken)
        return taken

    def put_back(self, data: bytes) -> None:
        """Bytes that turned out to be of another record."""
        self._data[:0] = data
        self.position -= len(data)

    def skip_line_ends(self) -> None:
        """Leave out empty lines between records."""
        while self._data or self._more():
            rest = self._data.lstrip(_LINE_END)
            self.take(len(self._data) - len(rest))
            if rest:
                return

    def through(self, *marks: bytes) -> bytes | None:
        """Take all up to the first of some marks, with it; None, and nothing is taken, where there is none near."""
        scanned = 0
        longest = max(map(len, marks))
        while True:
            found = [at + len(mark) for mark in marks if (at := self._data.find(mark, scanned)) >= 0]
            if found:
                return self.take(min(found))
            scanned = max(0, len(self._data) - longest + 1)
            if len(self._data) > _LONGEST_HEAD or not self._more():
                return None

    def copy(self, count: int, sink: Spool) -> int:
        """Move bytes to a sink; fewer at the end, or where a member begins with a record of its own. Gives how many."""
        moved = 0
        while moved < count and (self._data or self._more()):
            most = min(count - moved, _PIECE)
            limit = self._next_record(most, is_first=not moved)
            if limit == 0 and moved:
                break
            piece = self.take(most if not limit else min(most, limit))
            sink.append(piece)
            moved += len(piece)
        return moved

    def copy_to_next(self, sink: Spool) -> None:
        """Move all to a sink up to where the next record begins."""
        mark = b"\n" + self.beginning
        is_first = True
        while self._data or self._more():
            if not is_first and self.peek(len(self.beginning)) == self.beginning:
                return
            self.peek(_PIECE)
            at = self._data.find(mark, 0)
            limit = self._next_record(len(self._data), is_first=is_first)
            ends = [each for each in (at + 1 if at >= 0 else None, limit) if each]
            is_first = False
            if ends:
                sink.append(self.take(min(ends)))
                return
            is_last = len(self._data) < _PIECE
            sink.append(self.take(len(self._data) - (0 if is_last else len(mark))))

    def member_end(self) -> int | None:
        """Where in the file a member ends, if one ends here. Reads to the end of the member, and so its checksum."""
        if self._data or self._more(until_start=True):
            return None
        return next((offset for position, offset in self._starts if position == self.position), None)

    def resume(self) -> None:
        """Go on after damage."""
        self.position += len(self._data)
        self._data.clear()
        self.damage = None

    def _next_record(self, within: int, *, is_first: bool = True) -> int | None:
        """How far it is to a member that begins with a record; None where none does so near."""
        self._forget()
        for position, _ in list(self._starts):
            at = position - self.position
            if at > within:
                break
            if at < 0 or (at == 0 and is_first):
                continue
            self.peek(at + len(self.beginning))
            if self._data[at : at + len(self.beginning)] == self.beginning:
                return at
        return None

    def _forget(self) -> None:
        while len(self._starts) > 1 and self._starts[1][0] <= self.position:
            self._starts.popleft()

    def _more(self, *, until_start: bool = False) -> bool:
        """Read on; whether anything came."""
        while self.damage is None and not self._is_over:
            event = next(self._events, None)
            if isinstance(event, Start):
                self._starts.append((self.position + len(self._data), event.offset))
                if until_start:
                    return False
            elif isinstance(event, Damage):
                self.damage = event
            elif event is None or isinstance(event, End):
                self._is_over = True
                self.end = 0 if event is None else event.offset
                self._starts.append((self.position + len(self._data), self.end))
            else:
                self._data += event
                return True
        return False
