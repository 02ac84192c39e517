"""Letters: which part is read, and how it is unpacked."""

import base64

import pytest

from archiver.extract.letters import readable_part, split_letter, words_of, writers


def letter(*lines):
    """Make a letter of lines."""
    return split_letter("\r\n".join(lines).encode())


PLAIN = ("--b", "Content-Type: text/plain", "", "Three pence.")
HTML = ("--b", "Content-Type: text/html", "", "<p>Three pence.")
PICTURE = ("--b", "Content-Type: image/png", "", "x")
MIXED = 'Content-Type: multipart/mixed; boundary="b"'


@pytest.mark.parametrize(
    ("expected", "lines"),
    [
        (("text/plain", b"Three pence."), ("Subject: x", "", "Three pence.")),
        # plain words before others, whatever their order
        (("text/plain", b"Three pence.\r\n"), (MIXED, "", *PICTURE, *HTML, *PLAIN, "--b--")),
        (("text/html", b"<p>Three pence.\r\n"), (MIXED, "", *PICTURE, *HTML, "--b--")),
        # unpacked; also where it was cut
        (
            ("text/plain", "drei Pfund für".encode()),
            ("Content-Transfer-Encoding: quoted-printable", "", "drei Pfund f=C3=BCr"),
        ),
        (
            ("text/plain", b"Three pence."),
            ("Content-Transfer-Encoding: base64", "", base64.b64encode(b"Three pence.").decode()),
        ),
        (("text/plain", b"Thr"), ("Content-Transfer-Encoding: base64", "", "VGhyZ")),
        # nothing to read
        (("", b""), (MIXED, "", *PICTURE, "--b--")),
        (("", b""), (MIXED, "", "no part")),
        (("", b""), ("Content-Type: application/pdf", "", "%PDF")),
    ],
)
def test_readable_part(expected, lines):
    """The part to read is the plain text, else the HTML, as its writer wrote it."""
    assert expected == readable_part(*letter(*lines))


def test_words_of_a_head():
    """Fields are read as people read them; who wrote it is a name, not an address."""
    head, _ = letter(
        "From: =?utf-8?q?Orla_T=C3=A4mm?= <o@a.example>, b@a.example", "Subject: =?x-none?q?a?=", "", ""
    )

    assert (("Orla Tämm",), "=?x-none?q?a?=", "") == (
        writers(head),
        words_of(head, "Subject"),
        words_of(head, "To"),
    )
