"""All cases, each under the name of its file and its own."""

from collections.abc import Sequence

from tests.whole.misbehaving import broken, empty, little, living, lost, walls
from tests.whole.misbehaving.case import Case

_FILES: dict[str, Sequence[Case]] = {
    "lost": lost.CASES,
    "empty": empty.CASES,
    "walls": walls.CASES,
    "broken": broken.CASES,
    "living": living.CASES,
    "little": little.CASES,
}
ALL = tuple((f"{file}/{case.name}", case) for file, cases in _FILES.items() for case in cases)
