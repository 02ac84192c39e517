"""What goes between a worker and its parent. A worker has read a stranger's page: of its answers only nouns are believed."""

import io
import logging
import pickle
from collections.abc import Sequence
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from typing import Any

from archiver.models.capture import Capture
from archiver.models.reading import Reading

LONGEST = 256 << 20  # bytes of an answer
_NOUNS = "archiver.models."


class GarbledError(Exception):
    """An answer that is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A line for the log. Workers write none: only their parent knows where it goes."""

    name: str
    level: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of a document: a reading, or none where there was not memory enough."""

    reading: Reading | None
    said: tuple[Said, ...] = ()


class _Nouns(pickle.Unpickler):
    """Makes nothing but our own nouns."""

    def find_class(self, module_name: str, global_name: str, /) -> Any:
        """Look a class up."""
        if not module_name.startswith(_NOUNS):
            raise GarbledError(f"{module_name}.{global_name} is no noun")
        return super().find_class(module_name, global_name)


def send_question(connection: Connection, capture: Capture, several: Sequence[Capture]) -> None:
    """Ask for a reading.

    Raises:
        OSError: nobody listens.
    """
    connection.send_bytes(pickle.dumps((capture, tuple(several)), pickle.HIGHEST_PROTOCOL))


def receive_question(connection: Connection) -> tuple[Capture, tuple[Capture, ...]]:
    """What is to be read. To be called by a worker: what its parent says is believed.

    Raises:
        EOFError: the parent asks no more.
    """
    capture, several = pickle.loads(connection.recv_bytes())  # noqa: S301
    return capture, several


def send_answer(connection: Connection, answer: Answer) -> None:
    """Answer. The capture's bytes stay here: who asked has them."""
    reading, said = answer.reading, [(each.name, each.level, each.text) for each in answer.said]
    if reading is not None:
        reading = replace(reading, capture=replace(reading.capture, payload=b""))
    connection.send_bytes(pickle.dumps((reading, said), pickle.HIGHEST_PROTOCOL))


def receive_answer(connection: Connection, capture: Capture) -> Answer:
    """What a worker made of a capture.

    Raises:
        GarbledError: it is no answer.
        OSError: it did not come whole.
        EOFError: the worker is gone.
    """
    data = connection.recv_bytes(LONGEST)
    try:
        reading, said = _Nouns(io.BytesIO(data)).load()
        lines = tuple(Said(name=str(name), level=int(level), text=str(text)) for name, level, text in said)
    except Exception as error:  # pickle names no bounds to what it raises on garbage
        raise GarbledError(f"{type(error).__name__}: {error}") from error
    if reading is None:
        return Answer(reading=None, said=lines)
    if not isinstance(reading, Reading):
        raise GarbledError(f"{type(reading).__name__} is no reading")
    return Answer(reading=replace(reading, capture=capture), said=lines)


def repeat(said: Sequence[Said]) -> None:
    """Log what a worker had to say."""
    for line in said:
        logging.getLogger(line.name).log(line.level, "%s", line.text)
