"""Stamps that somebody made to deceive: of an authority of their own, of other bytes, of another time, with a byte that is not as it was."""

import random
from datetime import UTC, datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from archiver.proof.stamps import check, query
from archiver.proof.tokens import read_token
from tests.proof.authority import answer, make_authority, openssl

MESSAGE = b'{"path": "datapackage.json"}\n'


@pytest.fixture(scope="session")
def clock(tmp_path_factory):
    """The folder of an authority that is trusted."""
    folder = tmp_path_factory.mktemp("clock") / "tsa"
    make_authority(folder)
    return folder


@pytest.fixture
def forger(tmp_path):
    """The folder of another, whose certificates have the same names."""
    make_authority(tmp_path / "tsa")
    return tmp_path / "tsa"


def stamped(folder, **more):
    """A stamp of the message."""
    return answer(folder, query(MESSAGE)[0], **more)


def root(folder):
    """The root of an authority."""
    return (folder / "root.pem").read_bytes()


def with_leaf(folder, *, until=2100, self_signed=False):
    """Give an authority another certificate."""
    own = serialization.load_pem_private_key((folder / "tsa.key").read_bytes(), None)
    of_root = serialization.load_pem_private_key((folder / "root.key").read_bytes(), None)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Clock of the test")])
    issuer = name if self_signed else x509.load_pem_x509_certificate(root(folder)).subject
    made = x509.CertificateBuilder().issuer_name(issuer).subject_name(name).public_key(own.public_key())
    begun, ends = datetime(2000, 1, 1, tzinfo=UTC), datetime(until, 1, 1, tzinfo=UTC)
    made = made.serial_number(77).not_valid_before(begun).not_valid_after(ends)
    made = made.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    signed = made.sign(own if self_signed else of_root, hashes.SHA256())
    (folder / "tsa.pem").write_bytes(signed.public_bytes(serialization.Encoding.PEM))


@pytest.mark.parametrize("with_chain", [False, True])
def test_a_stamp_of_a_trusted_authority_holds(clock, with_chain):
    """Whether or not its root lies in it, and in whatever order the certificates do."""
    stamp = check(stamped(clock, with_chain=with_chain), MESSAGE, root(clock))

    assert (None, True, "CN=Clock of the test") == (stamp.fault, stamp.is_trusted, stamp.authority)


@pytest.mark.parametrize("with_chain", [False, True])
def test_a_root_that_comes_with_a_stamp_vouches_for_nothing(clock, forger, with_chain):
    """Whoever makes a stamp can put any certificates into it: only a root that the user named is believed."""
    forged = stamped(forger, with_chain=with_chain)
    for one in (forged, read_token(forged).answer):
        stamp = check(one, MESSAGE, root(clock))

        assert not stamp.is_trusted
        assert "no root that was named vouches" in stamp.fault


def test_a_certificate_that_signed_itself_vouches_for_nothing(clock, forger):
    """Nor does one that is for time stamps, and its own root."""
    with_leaf(forger, self_signed=True)
    stamp = check(stamped(forger), MESSAGE, root(clock))

    assert (False, True) == (stamp.is_trusted, "no root that was named vouches" in stamp.fault)


def test_a_certificate_that_had_ended_does_not_stamp(forger):
    """What counts is the time of the stamp, not that of the check."""
    with_leaf(forger, until=2001)

    assert "no root that was named vouches" in check(stamped(forger), MESSAGE, root(forger)).fault


@pytest.mark.parametrize("kind", ["rsa:2048", "ec"])
def test_keys_of_every_usual_kind_are_known(forger, kind):
    """Most authorities sign by RSA."""
    curve = ["-pkeyopt", "ec_paramgen_curve:P-384"] if kind == "ec" else []
    made = ["-keyout", forger / "tsa.key", "-out", forger / "tsa.csr", "-subj", "/CN=Another clock", "-nodes"]
    openssl("req", "-newkey", kind, *curve, *made, "-config", forger / "openssl.cnf")
    with_leaf(forger)

    assert check(stamped(forger), MESSAGE, root(forger)).is_trusted


def test_a_stamp_is_of_its_bytes(clock):
    """Of no others; and it answers its own query."""
    asked, nonce = query(MESSAGE)
    made = answer(clock, asked)

    assert "is of other bytes" in check(made, MESSAGE + b" ").fault
    assert None is check(made, MESSAGE, nonce=nonce).fault
    assert "another query" in check(made, MESSAGE, nonce=nonce + 1).fault


def unsigned(token):
    """Where the signature does not reach: the status before it, how the answer is wrapped; nothing is told from there."""
    held = read_token(token)
    begin = token.index(held.certificate)
    signed = token.index(held.signed[1:])
    return {*range(60), *range(begin + len(held.certificate), signed)}


def test_a_changed_byte_in_a_stamp_is_told_without_any_root(clock):
    """In what is stamped, when, by whom, and in the signature; no error, whatever it is made of."""
    token = stamped(clock)
    chance, missed = random.Random(1), []
    for place in range(len(token)):
        changed = bytearray(token)
        changed[place] ^= 1 << chance.randrange(8)
        if check(bytes(changed), MESSAGE).fault is None:
            missed.append(place)

    assert set(missed) <= unsigned(token)
    assert 40 > len(missed)


@pytest.mark.parametrize(
    "data",
    [b"", b"0", b"\x30\x80\0\0", b"\x30\x84\xff\xff\xff\xff", b"\x30\x03\x02\x01\x00", b"\x30\x05" * 9, bytes(9)],
)  # fmt: skip
def test_what_is_no_stamp_is_told(data):
    """No error, whatever it is."""
    assert "cannot be read" in check(data, MESSAGE).fault
