"""What the user tells one origin is told to it, to no other, and stands nowhere in the archive."""

import base64

import pytest

from tests.spiders.hostile.case import Case, sized
from tests.spiders.hostile.crawling import archiver, collection_in, probe, records
from tests.spiders.hostile.leaks import files_with
from tests.spiders.hostile.server import serving

_TOKEN, _COOKIE, _PASSWORD = "Bearer CANARY-token", "watch=CANARY-cookie", "CANARY-password"
_BASIC = base64.b64encode(f"keeper:{_PASSWORD}".encode()).decode()
_SECRETS = (_TOKEN, _COOKIE, _PASSWORD, _BASIC, "CANARY")
_REMOVED = "[removed by archiver]"
_CREDENTIALS = """\
[[host]]
origin = "{origin}"
authorization = "{token}"
cookie = "{cookie}"

[[host]]
origin = "{other}"
user = "keeper"
password = "{password}"
"""


def page(*paths: str) -> Case:
    """The front page, with pictures."""
    images = "".join(f'<img src="{path}">' for path in paths)
    return sized("/", b"Content-Type: text/html", body=f"<!DOCTYPE html><p>Tides</p>{images}".encode())


def moved(path: str, target: str) -> Case:
    """A redirect."""
    return sized(path, b"Location: " + target.encode(), first=b"HTTP/1.1 302 Found", status=302)


def headers(request: bytes) -> dict[str, str]:
    """What a request says of secrets."""
    lines = [line.split(": ", 1) for line in request.decode("latin-1").split("\r\n") if ": " in line]
    return {
        name: value for name, value in lines if name in {"Authorization", "Cookie", "Proxy-Authorization"}
    }


@pytest.fixture
def crawled(tmp_path):
    """A crawl of an origin that is told secrets, and of others that it leads to; what each host heard, what is kept."""
    elsewhere = [sized(f"/{name}.png", group=group) for name, group in (("port", "crowd"), ("host", "chain"))]
    with serving(elsewhere) as other, serving([]) as server:
        origin = f"http://127.0.0.1:{server.ports['crowd']}"
        paths = ["/picture.png", "/to-self", "/to-port", "/to-host", other.url(elsewhere[0]) + "?directly"]
        targets = {
            "/to-self": "/self.png",
            "/to-port": other.url(elsewhere[0]),
            "/to-host": other.url(elsewhere[1]),
        }
        cases = [page(*paths), sized("/picture.png"), sized("/self.png")]
        cases += [moved(path, target) for path, target in targets.items()]
        server.cases.update({case.path: case for case in cases})
        credentials = _CREDENTIALS.format(
            origin=origin,
            token=_TOKEN,
            cookie=_COOKIE,
            password=_PASSWORD,
            other=f"http://127.0.0.2:{other.ports['chain']}",
        )
        collection = collection_in(tmp_path / "archive", credentials=credentials)
        toml = collection.toml.read_text(encoding="utf-8")
        collection.toml.write_text(toml.replace("http://probe.example/", origin + "/"), encoding="utf-8")
        done = archiver("crawl", "--archive", collection.folder, cwd=tmp_path)
        heard = {f"http://{url}": talks for one in (server, other) for url, talks in one.log.items()}
    return done, collection, origin, {url: [talk.request for talk in talks] for url, talks in heard.items()}


def test_secrets_are_told_to_their_origin_and_to_no_other(crawled):
    """Not to another port, not to another host, whether a link or a redirect leads there."""
    done, _, origin, heard = crawled
    ours = {"Authorization": _TOKEN, "Cookie": _COOKIE}
    theirs = {"Authorization": f"Basic {_BASIC}"}
    expected = {
        url: ours if url.startswith(origin + "/") else theirs if ".2:" in url else {} for url in heard
    }

    missing = {"self.png", "to-host", "port.png", "port.png?directly", "host.png"} - {
        url.rpartition("/")[2] for url in heard
    }

    assert (0, set()) == (done.returncode, missing)
    assert expected == {url: headers(request) for url, (request, *_) in heard.items()}


def test_no_secret_stands_in_the_archive(crawled):
    """WARCs unpacked, database, index, what was printed: none but the user's own file holds it."""
    done, collection, _, _ = crawled
    found = {secret: files_with(secret, collection.folder) for secret in _SECRETS}
    expected = {secret: ["credentials.toml"] for secret in _SECRETS} | {_BASIC: []}

    assert expected == found
    assert [] == [secret for secret in _SECRETS if secret in done.stdout + done.stderr]


def test_a_request_with_secrets_is_kept_but_for_their_values(crawled):
    """The rest of it byte for byte, and the metadata says what was removed."""
    _, collection, _, heard = crawled
    expected, kept = {}, {}
    made = [record for record in records(collection) if record.one("WARC-Target-URI") in heard]
    for record in made:
        uri = record.one("WARC-Target-URI")
        if record.kind == "request":
            kept[uri] = record.block
            text = heard[uri][0].decode("latin-1")
            for value in headers(heard[uri][0]).values():
                text = text.replace(value, _REMOVED)
            expected[uri] = text.encode("latin-1")
    removed = {
        r.one("WARC-Target-URI"): r.fields().get("removedFromRequest") for r in made if r.kind == "metadata"
    }

    assert expected == kept
    assert {uri: ", ".join(headers(heard[uri][0])) or None for uri in removed} == removed


def test_a_tls_origin_is_another_than_the_same_host_without(tmp_path, self_signed):
    """A secret for https is not told to http on the same host and port number."""
    secret = sized("/secret")
    plain = sized("/plain")
    with serving([secret], self_signed) as safe, serving([plain]) as open_:
        origin = safe.url(secret).removesuffix("/secret")
        wrong = open_.url(plain).removesuffix("/plain").replace("http:", "https:")
        credentials = "".join(
            f'[[host]]\norigin = "{each}"\nauthorization = "{_TOKEN}"\n' for each in (origin, wrong)
        )
        collection = collection_in(tmp_path / "archive", credentials=credentials)
        probe(collection, [[("GET", safe.url(secret))], [("GET", open_.url(plain))]])
        talks = [
            server.log[server.url(case).partition("://")[2]][0]
            for server, case in ((safe, secret), (open_, plain))
        ]

    assert [{"Authorization": _TOKEN}, {}] == [headers(talk.request) for talk in talks]
    assert ["credentials.toml"] == files_with("CANARY", collection.folder)
