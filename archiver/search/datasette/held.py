"""Parts that were made, kept in memory for who asks next: as many as go into a fixed number of bytes, those asked for last."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

from archiver.search.datasette.sending import Made, Spooled

_MOST = 64 << 20  # bytes
_OF_FILE = 16 << 20  # as much counts what lies in a file: at most four are open
_LARGEST = 16 << 20  # one that is larger is made anew each time
_HEAD = 2048  # bytes of headers and keys


class Held:
    """Made parts by whatever tells one from another; what was made of an older state is never asked for, and goes in time."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._made: OrderedDict[Hashable, tuple[Made, int]] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Made | None]) -> Made | None:
        """What was made, or is made now. Two who ask at once may both make it."""
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
                return self._made[key][0]
        made = make()
        if made is not None:
            self._keep(key, made)
        return made

    @property
    def size(self) -> int:
        """Bytes."""
        return self._size

    def _keep(self, key: Hashable, made: Made) -> None:
        size = (_OF_FILE if isinstance(made.body, Spooled) else len(made.body)) + _HEAD
        if size > _LARGEST + _HEAD or size > self._most:
            return
        with self._lock:
            if key in self._made:
                return
            self._made[key] = made, size
            self._size += size
            while self._size > self._most:
                _, (_, gone) = self._made.popitem(last=False)
                self._size -= gone
