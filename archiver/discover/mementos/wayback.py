"""The CDX server of the Internet Archive, `output=json`: an array of arrays, the first of which names the cells.

    [["timestamp", "original", "mimetype", "statuscode", "digest"],
     ["20140303120000", "http://a.example/b", "text/html", "200", "AAAA…"]]

One that has nothing answers `[]`. An empty answer says nothing: hosts that are not wanted get those.
"""

import json

from archiver.discover.mementos.asking import moment
from archiver.discover.mementos.listed import MOST, Listed, NoListError, memento
from archiver.models.memento import Archive

_NEEDED = ("timestamp", "original")


def read(archive: Archive, url: str, body: bytes) -> Listed:
    """Read a list.

    Raises:
        NoListError: it is none.
    """
    try:
        rows = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise NoListError("not JSON" if body.strip() else "it is empty") from error
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows[: MOST + 1]):
        raise NoListError("not an array of arrays")
    if not rows:
        return Listed()
    names = [str(name) for name in rows[0]]
    if any(name not in names for name in _NEEDED):
        raise NoListError("its first row does not name the cells")
    found = []
    for row in rows[1 : MOST + 1]:
        cells = dict(zip(names, row, strict=False))
        one = memento(
            archive,
            url,
            original=str(cells.get("original", "")),
            date=moment(str(cells.get("timestamp", ""))),
            status=cells.get("statuscode"),
            digest=cells.get("digest"),
        )
        if one is not None:
            found.append(one)
    return Listed(mementos=tuple(found))
