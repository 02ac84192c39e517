"""A post's text with live marks, and nothing in it that could run or ask."""

import pytest
from lxml import html

from archiver.models.views import CitationView, CitedSource
from archiver.pages.marking import marked, state

URL = "https://s.example/paper"


def citation(position=1, *, label="1", kind="footnote", occurrence=1, outcomes=("archived",), url=URL):
    """A place that cites."""
    return CitationView(
        id=position,
        position=position,
        kind=kind,
        label=label,
        occurrence=occurrence,
        sentence=None,
        note=None,
        anchor=None,
        style="test",
        sources=tuple(
            CitedSource(
                source_id=n,
                url=url,
                is_link=True,
                canonical=url,
                title=None,
                outcome=outcome,
                reason=None,
                final_url=None,
                document_id=None,
            )
            for n, outcome in enumerate(outcomes, 1)
        ),
    )


def marks(text, *citations):
    """Each mark's words, id, target and class."""
    root = html.fragment_fromstring(marked(text, citations), create_parent="div")
    return [
        (each.text_content(), each.get("id"), each.get("href"), each.get("class"))
        for each in root.iter("a")
        if each.get("id")
    ]


@pytest.mark.parametrize(
    "text",
    [
        '<p>So it is.<sup id="fnref:1"><a href="#fn:1">1</a></sup></p>',
        '<p>So it is.<a href="#note-1"><sup>1</sup></a></p>',
        "<p>So it is.<sup>1</sup></p>",
        '<p>So it is.<a href="#_ftn1">[1]</a></p>',
        '<p>So it is.<sup>[<a href="https://blog.example/a/#n1">1</a>]</sup></p>',
    ],
)
def test_a_mark_leads_to_its_note(text):
    """However the blog's software had written it."""
    found = [(words.strip("[]"), *rest) for words, *rest in marks(text, citation())]

    assert [("1", "m1", "#c1", "mark well")] == found


def test_marks_are_told_apart_in_their_order():
    """The same number twice, and numbers that are none."""
    text = "<p>In 1<sup>1</sup> of 12 m<sup>2</sup>, so.<sup>2</sup> Again.<sup>1</sup></p>"
    cited = [citation(1), citation(2, label="2"), citation(3, label="1", occurrence=2)]

    assert [("1", "m1"), ("2", "m2"), ("1", "m3")] == [each[:2] for each in marks(text, *cited)]


def test_a_link_in_running_text_is_a_mark_too():
    """Known by its address, in whatever spelling; a link that is no citation leads on."""
    text = f'<p><a href="{URL}?utm_source=x">There</a> and <a href="https://blog.example/b/">here</a> and <a href="https://c.example/">there</a>.</p>'
    made = marked(text, [citation(label=None, kind="inline")], {"https://blog.example/b/": "post-2.html"}.get)

    assert [("There", "m1", "#c1", "mark well")] == marks(text, citation(label=None, kind="inline"))
    assert 'href="post-2.html"' in made
    assert 'class="away"' in made


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        (("archived", "rescued"), "well"),
        (("archived", "gone"), "partly"),
        (("gone", "parked"), "lost"),
        (("not-web",), "none"),
        ((), "none"),
    ],
)
def test_a_mark_shows_how_its_sources_stand(outcomes, expected):
    """All held, some, none; a note without an address is neither."""
    assert expected == state(citation(outcomes=outcomes))


HOSTILE = (
    "<script>alert(1)</script>",
    '<img src="https://evil.example/x" onerror="alert(1)">',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<svg><a xlink:href="javascript:alert(1)">x</a></svg>',
    '<iframe src="https://evil.example/"></iframe>',
    '<form action="https://evil.example/"><button>x</button></form>',
    '<p style="background:url(https://evil.example/x)">x</p>',
    "<style>@import url(https://evil.example/x)</style>",
    '<link rel="stylesheet" href="https://evil.example/x">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    '<base href="https://evil.example/">',
    '<sup><a href="#fn1" onclick="alert(1)" style="x" id="main">1</a></sup>',
    "<math><mtext><table><mglyph><style><!--</style><img title='--><img src=1 onerror=alert(1)>'>",
    '<video src="https://evil.example/x" autoplay></video>',
)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_a_text_runs_or_asks(text):
    """Whoever wrote it: what was cleaned before is cleaned again."""
    made = marked(f"<p>a</p>{text}<p>b</p>", [citation()])
    root = html.fragment_fromstring(made, create_parent="div")
    kept = {each.tag for each in root.iter() if isinstance(each.tag, str)}
    names = {name for each in root.iter() for name in each.attrib}

    assert set() == kept & {
        "script",
        "img",
        "iframe",
        "form",
        "style",
        "link",
        "meta",
        "base",
        "svg",
        "video",
        "button",
    }
    assert names <= {"href", "class", "id", "rel"}
    assert all((each.get("href") or "#").startswith(("#", "http")) for each in root.iter("a"))
    assert "main" not in [each.get("id") for each in root.iter()]
