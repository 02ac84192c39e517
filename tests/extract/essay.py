"""One essay as five kinds of blog would show it: ten marks, nine notes, of which two are of one work."""

from collections.abc import Callable
from html import escape

# In the reading order; {1} is a mark. The third and the sixth note are cited twice; the ninth entry is a reference without a mark.
TITLE = "The Lighthouse Board and the Herring"
PARAGRAPHS = (
    "When the board was founded it promised to light the whole coast. In the winter of 1850, though, it adopted Resolution 84.{1} No lamp was lit "
    "north of the firth for a year. The pilots who went out regardless were not paid until the 1870s.{2}"
    "\nNothing tied the board to the fishermen after that.{3} Even so, Dr. Halloran saw a use in them.{3} She wrote as much to the U.S. consul."
    "\nIn 1858 both harbours asked for lower dues.{4} The herring was the second largest catch of that coast.{5} By 1859 it was worth 43 times "
    "as much as the cod.{6}\nNobody from the board had met a fisherman before April of that year.{6} The lamps gave it what it needed.{7}"
    "\nThe meeting lasted a few hours, and little came of it.{8} It was not the last one."
).split("\n")
NOTES = (
    "Northern Lighthouse Board, Fifth year, “Complaint of the Pilots upon the Lamps,” S/1588, July 7, 1850.",
    "Rowan, Sebastian, “Oil and Wick: How the Pilots Secretly Sailed During the Dark Winter,” The Coastal Interest, November 2, 2018.",
    "Kerr Tong-Ho, “Lighthouse and Fishery since the Dark Winter,” Harbour Press, April 24, 2019.",
    "Mikeen, Shaw, “Two Harbours Ask for Adjusted Dues,” The Firth Journal, September 19, 2018.",
    "Thornton, Alexandra, “The North Coast,” The Observatory of Herring, 2018.",
    "Albright, Eleanor, “The Dues and the Herring: Where Do They Stand?” Coastal Relations Council, June 25, 2019.",
    "Babson, Benjamin, “An Economic Lifeline from the Harbours,” 38 Fathoms, May 7, 2019.",
    "Lundin, Arthur, “The Board and Halloran Meeting in Wick: A Drive-By Summit,” 38 Fathoms, May 2, 2019.",
    "Lundin, Arthur. 2019. “The Board and Halloran Meeting in Wick: A Drive-By Summit,” 38 Fathoms, May 2.",
)
SENTENCES = (
    ("1", "In the winter of 1850, though, it adopted Resolution 84."),
    ("2", "The pilots who went out regardless were not paid until the 1870s."),
    ("3", "Nothing tied the board to the fishermen after that."),
    ("3", "Even so, Dr. Halloran saw a use in them."),
    ("4", "In 1858 both harbours asked for lower dues."),
    ("5", "The herring was the second largest catch of that coast."),
    ("6", "By 1859 it was worth 43 times as much as the cod."),
    ("6", "Nobody from the board had met a fisherman before April of that year."),
    ("7", "The lamps gave it what it needed."),
    ("8", "The meeting lasted a few hours, and little came of it."),
)


def body(mark: Callable[[int, int], str]) -> str:
    """The paragraphs, with each mark as the kind of blog writes it; it is told the note and which time it is cited."""
    seen: dict[int, int] = {}
    paragraphs = []
    for paragraph in PARAGRAPHS:
        parts = escape(paragraph, quote=False).split("{")
        text = parts[0]
        for part in parts[1:]:
            number, _, rest = part.partition("}")
            seen[int(number)] = seen.get(int(number), 0) + 1
            text += mark(int(number), seen[int(number)]) + rest
        paragraphs.append(f"<p>{text}</p>")
    return "\n".join(paragraphs)


def items(item: Callable[[int, str], str], notes: tuple[str, ...] = NOTES) -> str:
    """The notes, each as the kind of blog writes it."""
    return "\n".join(item(n, escape(note, quote=False)) for n, note in enumerate(notes, start=1))


def wordpress_classic() -> str:
    """Bare superscripts and a list without numbers, as on a university's WordPress."""
    words = (
        body(lambda n, _: f"<sup>{n}</sup>") + "<ol>" + items(lambda _, note: f"<li>{note}</li>") + "</ol>"
    )
    return _page(
        f'<body class="single single-post"><article class="post type-post hentry"><header><h1 class="entry-title">{TITLE}</h1>'
        '<time class="entry-date published" datetime="2019-09-12T10:00:00+00:00">September 12, 2019</time> <span class="author vcard">'
        f'<a class="fn n" href="/author/mv/">Mara Vane</a></span></header><div class="entry-content">{words}</div></article></body>'
    )


def wordpress_blocks() -> str:
    """The footnotes block of WordPress 6.3; the ninth stands below it as a paragraph."""
    words = body(
        lambda n, time: (
            f'<sup data-fn="f-{n}" class="fn"><a href="#f-{n}" id="f-{n}-link{"" if time == 1 else f"-{time}"}">{n}</a></sup>'
        )
    )
    notes = items(lambda n, note: f'<li id="f-{n}">{note} <a href="#f-{n}-link">↩︎</a></li>', NOTES[:8])
    return _page(
        f'<body class="single-post"><main><h1 class="wp-block-post-title">{TITLE}</h1><div class="wp-block-post-date"><time '
        f'datetime="2019-09-12T10:00:00-04:00">Sep 12, 2019</time></div><div class="entry-content wp-block-post-content">{words}'
        f'<ol class="wp-block-footnotes">{notes}</ol><h2>Works cited</h2><ul><li>{NOTES[8]}</li></ul></div></main></body>'
    )


def kramdown() -> str:
    """Jekyll, with kramdown's footnotes and a list of references."""
    words = body(
        lambda n, time: (
            f'<sup id="fnref:{n}{"" if time == 1 else f":{time - 1}"}" role="doc-noteref"><a href="#fn:{n}" class="footnote" rel="footnote">{n}</a></sup>'
        )
    )
    notes = items(
        lambda n, note: (
            f'<li id="fn:{n}" role="doc-endnote"><p>{note} <a href="#fnref:{n}" class="reversefootnote" role="doc-backlink">&#8617;</a></p></li>'
        ),
        NOTES[:8],
    )
    return _page(
        f'<body><main class="page-content"><article class="post h-entry"><header class="post-header"><h1 class="post-title p-name">{TITLE}</h1>'
        '<p class="post-meta"><time class="dt-published" datetime="2019-09-12T10:00:00+00:00">Sep 12, 2019</time></p></header>'
        f'<div class="post-content e-content">{words}<h2 id="references">References</h2><ul><li>{NOTES[8]}</li></ul>'
        f'<div class="footnotes" role="doc-endnotes"><ol>{notes}</ol></div></div></article></main></body>'
    )


def blogger() -> str:
    """Pasted from Word into Blogger; the reference without a mark stands last."""
    words = body(lambda n, _: f'<a href="#_ftn{n}" name="_ftnref{n}"><sup>[{n}]</sup></a>')
    notes = items(
        lambda n, note: (
            f'<p class="MsoFootnoteText"><a href="#_ftnref{n}" name="_ftn{n}">[{n}]</a> {note}</p>'
        ),
        NOTES[:8],
    )
    return _page(
        '<body><div class="date-outer"><h2 class="date-header"><span>Thursday, September 12, 2019</span></h2><div class="post hentry">'
        f'<h3 class="post-title entry-title">{TITLE}</h3><div class="post-body entry-content">{words}<hr size="1" width="33%">{notes}'
        f'<p><b>Works Cited</b></p><p>{NOTES[8]}</p></div><div class="post-footer"><span class="post-author vcard">Posted by <span class="fn">Mara Vane</span></span>'
        ' at <abbr class="published" title="2019-09-12T10:00:00-07:00">10:00 AM</abbr></div></div></div></body>'
    )


def plain_text() -> str:
    """Marks that lost their markup and stick to the words before them; the notes are lines at the end."""
    words = body(lambda n, _: str(n)) + items(lambda _, note: f"<p>{note}</p>")
    return _page(
        f'<body><article><h1>{TITLE}</h1><p class="date">September 12, 2019</p><div class="entry-content">{words}</div></article></body>'
    )


def _page(inner: str) -> str:
    return f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{TITLE}</title></head>{inner}</html>'


KINDS = {kind.__name__: kind for kind in (wordpress_classic, wordpress_blocks, kramdown, blogger, plain_text)}
