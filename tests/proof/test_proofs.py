"""Packages that are stamped and signed: others see that it is so, and we see when it is not."""

import json
import shutil

import pytest

from archiver.capture.wacz import DATAPACKAGE, DIGEST
from archiver.collection.folder import Collection
from archiver.models.errors import ArchiverError
from archiver.packing.writing import package, write_wacz
from archiver.proof import stamps
from archiver.proof.signatures import sign
from archiver.proof.stamps import STAMP
from archiver.search.find import find
from archiver.verify_package import verify_package
from tests.packing.blog import make_blog
from tests.packing.packages import members
from tests.packing.test_verify_package import flipped, rezipped
from tests.proof.authority import make_authority, openssl, serving


@pytest.fixture(scope="session")
def blog(tmp_path_factory) -> Collection:
    """The archive."""
    return make_blog(tmp_path_factory.mktemp("proof") / "archive")


@pytest.fixture(scope="session")
def authority(tmp_path_factory):
    """The folder of an authority."""
    folder = tmp_path_factory.mktemp("authority") / "tsa"
    make_authority(folder)
    return folder


@pytest.fixture(scope="session")
def key(tmp_path_factory):
    """A key for signatures."""
    path = tmp_path_factory.mktemp("key") / "key.pem"
    assert 0 == openssl("ecparam", "-name", "secp384r1", "-genkey", "-noout", "-out", path).returncode
    return path


def with_proof(blog, folder, **settings) -> Collection:
    """The archive with other settings."""
    shutil.copytree(blog.folder, folder)
    made = Collection(folder)
    lines = "".join(f'{name} = "{cell}"\n' for name, cell in settings.items())
    made.toml.write_text(made.toml.read_text().replace("[proof]\n", f"[proof]\n{lines}\n"))
    return made


def packed(collection, path):
    """A package of the post."""
    with package(collection, find(collection.database, "p1")) as made:
        write_wacz(made, path)
    return path


@pytest.fixture(scope="session")
def stamped(blog, authority, key, tmp_path_factory):
    """A package that is stamped and signed."""
    folder = tmp_path_factory.mktemp("stamped")
    with serving(authority) as url:
        settings = {"authority": url, "roots": authority / "root.pem", "key": key}
        return packed(with_proof(blog, folder / "archive", **settings), folder / "a.wacz")


def test_a_stamp_is_one_in_the_eyes_of_openssl(stamped, authority, tmp_path):
    """Two files of the package and the authority's root are all that a stranger needs."""
    for name in (STAMP, DIGEST):
        (tmp_path / name.replace("/", "-")).write_bytes(members(stamped)[name])
    words = ["-in", tmp_path / "proof-time-stamp", "-data", tmp_path / DIGEST]
    done = openssl("ts", "-verify", *words, "-CAfile", authority / "root.pem")

    assert "Verification: OK" in done.stdout + done.stderr


def test_who_and_when_are_told(stamped, authority):
    """With the authority's root nothing is left to be remarked; without it, that nobody vouches for the authority."""
    report = verify_package(stamped, roots=(authority / "root.pem").read_bytes())
    alone = verify_package(stamped)

    assert ([], []) == (report.problems, report.notes)
    assert "signed by the holder of the key" in report.proven
    assert "by CN=Clock of the test: it was not made or changed later" in report.proven
    assert ([], 1) == (alone.problems, len(alone.notes))
    assert "for whom no root that you named vouches: when it was made is not proven" in alone.proven


def test_a_stamp_of_other_bytes_is_told(stamped, blog, tmp_path):
    """A stamp is not to be moved from one package to another."""
    other = packed(blog, tmp_path / "other.wacz")
    path = rezipped(other, tmp_path / "a.wacz", extra=[(STAMP, members(stamped)[STAMP])])
    found = {(one.kind, one.file) for one in verify_package(path).problems}

    assert ("stamp", STAMP) in found


def test_a_stamp_whose_signature_was_changed_is_told(stamped, tmp_path):
    """Though the zip around it is right again, and no root was named."""
    stamp = bytearray(members(stamped)[STAMP])
    stamp[-20] ^= 1
    path = rezipped(stamped, tmp_path / "a.wacz", skip=[STAMP], extra=[(STAMP, bytes(stamp))])
    found = [(one.kind, one.message) for one in verify_package(path).problems if one.kind == "stamp"]

    assert [("stamp", "the signature of the time stamp does not hold.")] == found


def test_a_stamp_that_is_older_than_what_is_stamped_is_told(stamped, monkeypatch):
    """A record of a later day cannot have been there: one of the two dates is not true."""
    early = stamps.Stamp(date="2019-10-01T00:00:00Z", authority="CN=Clock", is_trusted=True)
    monkeypatch.setattr(stamps, "check", lambda *_: early)
    found = [(one.kind, one.message) for one in verify_package(stamped).problems]

    assert [("stamp", "was stamped on 2019-10-01T00:00:00Z, before the last of its records")] == [
        (kind, message[:67]) for kind, message in found
    ]


def test_an_authority_that_is_not_trusted_is_told(stamped, tmp_path):
    """Another root does not vouch for it."""
    root = make_authority(tmp_path / "other")
    found = [one.kind for one in verify_package(stamped, roots=root.read_bytes()).problems]

    assert ["stamp"] == found


def test_a_flipped_bit_in_a_proof_is_found(stamped, tmp_path):
    """In the stamp and in the signature as in anything else."""
    assert [] == flipped(stamped, tmp_path / "a.wacz", seed=3, times=1)


@pytest.mark.parametrize("which", ["signature", "publicKey", "hash", "created"])
def test_a_signature_that_does_not_hold_is_told(stamped, tmp_path, which):
    """Each field of it is looked at."""
    parts = members(stamped)
    digest = json.loads(parts[DIGEST])
    cell = digest["signedData"][which]
    digest["signedData"][which] = cell[:40] + ("A" if cell[40:41] != "A" else "B") + cell[41:]
    path = rezipped(stamped, tmp_path / "a.wacz", skip=[DIGEST], extra=[(DIGEST, json.dumps(digest))])

    assert "signature" in {one.kind for one in verify_package(path).problems}


def test_the_same_key_signs_the_same_way(key):
    """So that a signed package has the same bytes, too."""
    both = [sign("sha256:00", created="2019", software="a", key=key.read_bytes()) for _ in range(2)]

    assert both[0] == both[1]


def test_an_answer_that_is_no_stamp_is_refused(blog, authority, tmp_path):
    """Nothing is written, and it is said how to do without."""
    with serving(authority, spoil=lambda data: data[:-20]) as url:
        archive = with_proof(blog, tmp_path / "archive", authority=url)
        with pytest.raises(ArchiverError, match="--no-stamp"):
            packed(archive, tmp_path / "a.wacz")

    assert ["archive"] == [path.name for path in tmp_path.iterdir()]


def test_a_key_of_another_kind_is_refused(blog, authority, tmp_path):
    """And the command that makes one is named."""
    archive = with_proof(blog, tmp_path / "archive", key=authority / "tsa.key")

    with pytest.raises(ArchiverError, match="secp384r1"):
        packed(archive, tmp_path / "a.wacz")


def test_no_proof_is_made_unasked(blog, tmp_path):
    """Without settings a package holds none."""
    parts = members(packed(blog, tmp_path / "a.wacz"))

    assert ["hash", "path"] == sorted(json.loads(parts[DIGEST]))
    assert STAMP not in parts
    assert DATAPACKAGE in parts
