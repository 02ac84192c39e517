"""Reading during a crawl: one capture at a time, in a process of its own, as the index will read it afterwards."""

import asyncio

from archiver.models.capture import Capture
from archiver.models.reading import Reading
from archiver.workers.pool import Pool
from archiver.workers.readers import Readers
from archiver.workers.task import Task


class Reader:
    """Reads what strangers wrote, while the crawl goes on. The process is started when the first capture comes."""

    def __init__(self, *, seconds: float, megabytes: int) -> None:
        self._pool = Pool(Readers(processes=1, seconds=seconds, megabytes=megabytes))
        self._turn = asyncio.Lock()

    async def read(self, capture: Capture) -> Reading:
        """What a capture says; of one that takes too much time or memory what its head says."""
        async with self._turn:
            return await asyncio.to_thread(self._read, capture)

    def close(self) -> None:
        """End the process. One that is still reading ends with this program."""
        if not self._turn.locked():
            self._pool.__exit__(None, None, None)

    def _read(self, capture: Capture) -> Reading:
        task = Task(capture=capture)
        self._pool.give(task)
        while task.reading is None:
            self._pool.attend(block=True)
        return task.reading
