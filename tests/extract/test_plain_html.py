"""Plain text as HTML: which lines are joined, and which are kept."""

import pytest

from archiver.extract.plain_html import plain_html

PROSE = """The keeper of the ferry wrote down every crossing in a book with a green
spine, the herring by the barrel and the timber by the raft, and on Sundays
he wrote nothing, for no toll was due on that day and nobody came to the
river but the children."""
MAIL = """Dear Ida,

the book that you ask for is in the drawer of the small desk, where care-
ful hands have kept it since the lock was closed in the spring of 1931.

> Did anybody see the book?
> It had a green spine.

Jon"""
VERSE = """The river runs below the lock
And no one pays the toll
The keeper sits upon his rock
And counts them in his soul"""


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        # lines as full as they can be are one paragraph, the first may be set in
        (f"<p>{' '.join(PROSE.split())}</p>", PROSE),
        (f"<p>{' '.join(PROSE.split())}</p>", "    " + PROSE),
        # also where all of it is set in, as in an Internet-Draft
        (f"<p>{' '.join(PROSE.split())}</p>", "\n".join(f"   {line}" for line in PROSE.split("\n"))),
        # a word broken at the end of a line is whole, quoted lines stay apart
        (
            (
                "<p>Dear Ida,</p>\n<p>the book that you ask for is in the drawer of the small desk, where careful hands have "
                "kept it since the lock was closed in the spring of 1931.</p>\n<pre>&gt; Did anybody see the book?\n"
                "&gt; It had a green spine.</pre>\n<p>Jon</p>"
            ),
            MAIL,
        ),
        # verse, tables, lists and code keep their lines
        (f"<pre>{VERSE}</pre>", VERSE),
        (
            "<pre>herring    3 d.\ntimber    12 d.\n\nrafts      2 d.</pre>",
            "herring    3 d.\ntimber    12 d.\n\nrafts      2 d.",
        ),
        ("<pre>- herring\n- timber</pre>", "- herring\n- timber"),
        (
            "<pre>def toll(fish):\n    return 3 if fish &lt; 4 else 12</pre>",
            "def toll(fish):\n    return 3 if fish < 4 else 12",
        ),
        # lines that nobody broke are paragraphs
        (f"<p>{'word ' * 30}end</p>\n<p>{'more ' * 30}end</p>", f"{'word ' * 30}end\n{'more ' * 30}end"),
        # a numbered paragraph
        (f"<p>1. {' '.join(PROSE.split())}</p>", "1. " + PROSE),
        ("", ""),
    ],
)
def test_plain_html(expected, text):
    """Lines that a program broke are joined, lines that their author ended are not."""
    assert expected == plain_html(text)


def test_plain_html_joins_chinese_without_spaces():
    """Where words have no spaces between them, joined lines have none either."""
    line = "河水流过水闸没有人付过河的钱看闸的人坐在石头上数着船" * 3

    assert f"<p>{line * 3}</p>" == plain_html("\n".join([line] * 3))


def test_plain_html_of_a_long_file_ends():
    """Many short lines and a long one are written long before the test's limit, to the last word."""
    found = plain_html("a\n" * 200_000 + "b " * 200_000 + "\n" + "-" * 400_000 + "\n\n" * 100_000 + "last")

    assert "last" in found
