"""The heads of Markdown files: what they say, in the ways in which people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.extract.front_matter import split_front_matter
from archiver.extract.stated import Stated
from archiver.models.work import Name

IDA, JON = Name(family="Ek", given="Ida"), Name(family="Berg", given="Jon")


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        # YAML: quotes, comments, a list in brackets
        (
            Stated(rule="front-matter", title="Tolls: a history", authors=(IDA, JON), issued="2019-05-02"),
            """---\ntitle: "Tolls: a history"\nauthor: [Ida Ek, 'Jon Berg']\ndate: 2019-05-02 # at last\n---\n""",
        ),
        # a list of lines, of names with something beside them
        (
            Stated(rule="front-matter", title="It's", authors=(IDA, JON), language="en-GB"),
            """---\ntitle: 'It''s'\nauthors:\n  - name: Ida Ek\n    affiliation: Lock\n  - Jon Berg\nlang: en-GB\n...\n""",
        ),
        # one name below its own name; other nesting says nothing
        (
            Stated(rule="front-matter", authors=(IDA,), section="Rivers", license="CC0-1.0"),
            "---\nauthor:\n  name: Ida Ek\n  email: x@a.example\ncategories:\n- Rivers\n- Locks\nlicense: CC0-1.0\nmenu:\n  title: No\n---\n",
        ),
        # TOML
        (
            Stated(
                rule="front-matter",
                title="Tolls",
                authors=(IDA, JON),
                issued="2019-05-02",
                modified="2020-01-01",
            ),
            """+++\ntitle = "Tolls"\nauthors = ["Ida Ek", "Jon Berg"]\ndate = 2019-05-02\nlastmod = "2020-01-01"\n+++\n""",
        ),
        # Pandoc's block
        (
            Stated(rule="front-matter", title="Tolls", authors=(IDA, JON), issued="May 2, 2019"),
            "% Tolls\n% Ida Ek; Jon Berg\n% May 2, 2019\n",
        ),
    ],
)
def test_front_matter(expected, text):
    """What a head says is known, and is no part of the text."""
    assert (expected, "\nThree pence.") == split_front_matter(text + "\nThree pence.")


@pytest.mark.parametrize(
    "text",
    [
        # a rule across the page
        "---\n\nThree pence.\n\n---\nAnd no more.",
        # a head that does not end, or that nobody can read
        "---\ntitle: Tolls\n\nThree pence.",
        "+++\ntitle = = Tolls\n+++\nThree pence.",
        "Three pence.",
        "",
    ],
)
def test_text_without_front_matter_is_left_alone(text):
    """What only looks like a head is text."""
    assert (Stated(rule=""), text) == split_front_matter(text)


@given(
    st.lists(
        st.sampled_from(["---", "+++", "a: [", '"', "'", "- b", "  c: d", "= [1]", ",", "\n", "% "])
    ).map("".join)
)
def test_front_matter_never_raises(text):
    """Whatever stands at the head, the file is read."""
    stated, rest = split_front_matter(text)

    assert text.endswith(rest)
    assert isinstance(stated, Stated)


def test_front_matter_does_not_unfold():
    """Lists that do not end and anchors that unfold are lines like others: the text after them is there."""
    lines = "a: &a [" + '"x,' * 20_000 + "]\nb: *a\n" + "c: [*a,*a,*a,*a]\n" * 900

    assert split_front_matter(f"---\n{lines}---\ntext")[1].endswith("text")
