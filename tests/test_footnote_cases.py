"""Every footnote markup is held to a page and to what a reader would copy from it by hand.

A case is a folder in `tests/cases/footnotes`, named for its style (`_` written as `-`) and, after that, for what is
special. `none-…` are pages that only look as if they cited something. `expected.json` was drafted with the
code's help and then checked against its page: to change it is to change what is promised.
"""

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from archiver.extract.citations import read_citations
from archiver.extract.finding.body import Body
from archiver.extract.registry import find_footnotes, styles

CASES = sorted((Path(__file__).parent / "cases" / "footnotes").iterdir())
NAMES = {style.name: style.name.replace("_", "-") for style in styles()}
ADDRESS = "https://blog.example/2019/09/slow-clock/"
FIELDS = {"label": None, "occurrence": 1, "sentence": None, "note": None, "anchor": None}

by_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def post(case: Path) -> Tag:
    """The content of a case's page."""
    article = BeautifulSoup((case / "page.html").read_text(encoding="utf-8"), "lxml").article
    assert article is not None
    return article


def style_of(case: Path) -> str | None:
    """The style that a case is named for: the longest name, since one may begin like another."""
    named = [style for style, name in NAMES.items() if f"{case.name}-".startswith(f"{name}-")]
    return max(named, key=len, default=None)


def stated(case: Path) -> list[dict[str, object]]:
    """The citations of a case, without the fields that say nothing."""
    return [
        {"kind": citation.kind.value, "style": citation.style}
        | {name: value for name, empty in FIELDS.items() if (value := getattr(citation, name)) != empty}
        | ({"urls": [[cited.url, cited.is_link] for cited in citation.urls]} if citation.urls else {})
        for citation in read_citations(post(case), url=ADDRESS, blog="https://blog.example/")
    ]


@by_case
def test_case_reads_as_expected(case):
    """Kind, mark, occurrence, sentence, note, anchor and addresses are those that were written down by hand."""
    expected = json.loads((case / "expected.json").read_text(encoding="utf-8"))

    assert expected == stated(case)


@by_case
def test_case_is_claimed_by_one_style(case):
    """The style that a case is named for finds all its footnotes; in a case named `none` no style finds any."""
    expected = style_of(case)
    found = {style for style, _ in find_footnotes(Body(post(case), url=ADDRESS))}

    assert ({expected} if expected else set()) == found
    assert expected is not None or case.name.startswith("none-")


@by_case
def test_styles_of_equal_evidence_leave_each_other_alone(case):
    """No order within a kind of evidence is needed: on one page, only one style of a kind finds anything by itself."""
    body = Body(post(case), url=ADDRESS)
    finders = [style for style in styles() if any(style.find(body))]
    claimed = next((style for style in finders if style.name == style_of(case)), None)
    rivals = [style.name for style in finders if claimed and style.evidence == claimed.evidence]

    assert rivals == ([claimed.name] if claimed else [])


@pytest.mark.parametrize("name", NAMES)
def test_every_style_has_cases(name):
    """A new file among the styles needs a page that shows what it is for, and a second one with an edge."""
    cases = [case.name for case in CASES if style_of(case) == name]

    assert len(cases) >= 2, f"write tests/cases/footnotes/{NAMES[name]}/ and a variant of it"
