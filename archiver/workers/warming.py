"""What readers load when they are first needed, loaded before: two small pages are read, and all that is read of them forgotten."""

from archiver.judge.reading import read
from archiver.models.capture import Capture, Role, Snapshot, Visit

_URL = "http://blog.example/2019/09/a-first-page"
_PAGE = b"""<!doctype html><html lang="en"><head><title>A first page</title></head>
<body class="single"><article class="post"><h1 class="entry-title">A first page</h1><div class="entry-content">
<p>The ferry was late that morning, and nobody on the quay could say why it was.<sup><a href="#fn1">1</a></sup></p>
</div></article><ol><li id="fn1">Ada Moss, <i>The Ferry</i> (London: Quay Press, 1990), 12.
<a href="http://source.example/ferry">There</a></li></ol></body></html>"""


def warm_up() -> None:
    """Read a post and a source."""
    for role in (Role.POST, Role.SOURCE):
        read(_capture(role))


def _capture(role: Role) -> Capture:
    snapshot = Snapshot(
        record_id="",
        target_uri=_URL,
        date="2019-09-12T10:00:00Z",
        status=200,
        content_type="text/html",
        payload_digest=None,
        warc="",
        offset=0,
        length=0,
        kind="response",
    )
    visit = Visit(role=role, seed="http://blog.example/", month="2019-09")
    return Capture(snapshot=snapshot, visit=visit, status=200, payload=_PAGE, entity_length=len(_PAGE))
