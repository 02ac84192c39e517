"""The letter as one HTML page: no script, nothing asked for from elsewhere, fit for `default-src 'none'` with its style's hash."""

import base64
import hashlib
from collections.abc import Iterator, Sequence

from archiver.export.letters.by_post import (
    TITLES,
    Hurt,
    PostPart,
    by_post,
    counts,
    day,
    first,
    period,
    uncited,
)
from archiver.export.letters.changed import as_html
from archiver.export.repairs import Repair
from archiver.models.letter import Event, Letter, Place
from archiver.pages.charts import by_host, over_time
from archiver.web.harmless import address, is_web, line, markup

_LIMIT = 50  # of a section
_STYLE = """
:root{color-scheme:light dark;--ink:#1d1d1b;--soft:#5a5a55;--paper:#fdfdfb;--line:#d9d8d2;--box:#f3f2ee;--link:#0b4f8a;
--well:#4b8b6f;--in_doubt:#d1a02a;--closed:#8a6fb0;--lost:#b3382c}
@media (prefers-color-scheme:dark){:root{--ink:#e8e6e1;--soft:#aaa79f;--paper:#191917;--line:#3b3a37;--box:#242421;
--link:#8fc1f0;--well:#5fa587;--in_doubt:#dcb04a;--closed:#a88fd0;--lost:#e0705f}}
body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.55 Georgia,serif;color:var(--ink);background:var(--paper)}
h1{font-size:1.6rem;line-height:1.2}h2{font-size:1.2rem;margin:2.5rem 0 .3rem;border-top:2px solid var(--line);padding-top:1rem}
h3{font-size:1rem;margin:1.4rem 0 .2rem}a{color:var(--link);overflow-wrap:anywhere}p{margin:.3rem 0;overflow-wrap:anywhere}
.soft,figcaption,summary{color:var(--soft);font-size:.9rem}.kind{font:600 .78rem/1 system-ui,sans-serif;padding:.2rem .45rem;
border-radius:.2rem;border:1px solid currentColor;margin-right:.4rem}.quote-gone,.died{color:var(--lost)}
blockquote{margin:.5rem 0;padding:.1rem 0 .1rem .9rem;border-left:3px solid var(--line)}
pre{background:var(--box);padding:.7rem;overflow-x:auto;white-space:pre-wrap;overflow-wrap:anywhere;font-size:.82rem}
ul.counts{display:flex;flex-wrap:wrap;gap:.4rem 1.6rem;padding:0;list-style:none}ul.counts b{font-size:1.3rem}
mark{background:#f5e7a8;color:#1d1d1b}figure{margin:1.5rem 0}svg{width:100%;height:auto;font:12px system-ui,sans-serif}svg text{fill:var(--ink)}
.axis{stroke:var(--line);fill:none}rect.well{fill:var(--well)}rect.in_doubt{fill:var(--in_doubt)}rect.closed{fill:var(--closed)}
rect.lost{fill:var(--lost)}.dot{display:inline-block;width:.7em;height:.7em;margin-right:.3em}.dot.well{background:var(--well)}
.dot.in_doubt{background:var(--in_doubt)}.dot.closed{background:var(--closed)}.dot.lost{background:var(--lost)}
.key{margin-left:.8rem;white-space:nowrap}table{border-collapse:collapse;font-size:.85rem}td,th{padding:.1rem .6rem;text-align:right;
border-bottom:1px solid var(--line)}
.changed{margin-left:.9rem;font-size:.95rem}del{color:var(--lost)}ins{color:var(--well)}
"""
_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()


def write(letter: Letter) -> str:
    """The whole page."""
    title = f"What happened to {', '.join(letter.seeds) or 'the archive'}"
    body = "<p>Nothing happened.</p>\n" if letter.is_empty else "".join(_body(letter))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{_HASH}'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{markup(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{markup(title)}</h1>\n"
        f'<p class="soft">{markup(period(letter))} UTC</p>\n{body}</main>\n</body>\n</html>\n'
    )


def _body(letter: Letter) -> Iterator[str]:
    heaps = "".join(f"<li><b>{count:,}</b> {title.lower()}</li>" for count, title in counts(letter))
    yield f'<ul class="counts">{heaps}</ul>\n'
    yield over_time(letter.over_time)
    yield by_host(letter.by_host)
    parts = by_post(letter)
    for part in parts[:_LIMIT]:
        yield from _post(part)
    yield _more(parts)
    loose = uncited(letter)
    if loose:
        yield "<h2>Cited by no post that is kept</h2>\n"
        for event in loose[:_LIMIT]:
            yield from _event(event)
        yield _more(loose)
    yield from _rest(letter)


def _post(part: PostPart) -> Iterator[str]:
    yield f"<h2>{_link(part.post.post_url, part.post.post_title)}</h2>\n"
    told: dict[str, list[Hurt]] = {}
    for hurt in part.hurts:
        told.setdefault(hurt.event.id, []).append(hurt)
    groups = list(told.values())
    for group in groups[:_LIMIT]:
        yield from _event(group[0].event)
        for hurt in group[:_LIMIT]:
            yield _sentence(hurt.place)
        yield _more(group)
    yield _more(groups)
    repairs = part.repairs
    if repairs:
        yield f"<details><summary>Repairs, to paste ({len(repairs)})</summary>\n"
        for place, each in repairs[:_LIMIT]:
            yield _repair(place, each)
        yield f"{_more(repairs)}</details>\n"


def _event(event: Event) -> Iterator[str]:
    yield f'<h3><span class="kind {event.kind}">{TITLES[event.kind]}</span>{_link(event.source.url, event.source.title)}</h3>\n'
    host = f" · {markup(event.source.host)}" if event.source.host else ""
    yield f'<p>{markup(event.evidence)} <span class="soft">· {day(markup(event.date))}{host}</span></p>\n'
    if event.quote:
        yield f'<p class="soft">Quoted: <q>{markup(event.quote)}</q></p>\n'
    for excerpt in event.excerpts:
        for name, said in as_html(excerpt):
            yield f'<p class="changed"><b>{name}:</b> {said}</p>\n'
    if not event.held_count:
        yield '<p class="soft">Held: nothing.</p>\n'
        return
    yield f"<details><summary>Held: {event.held_count} capture{'s' * (event.held_count > 1)}</summary>\n"
    for each in event.held[:4]:
        given = f" from {_link(each.archived_from, None)}" if each.archived_from else ""
        yield f"<p>{day(markup(each.date))} <code>{markup(each.record_id)}</code>{given}</p>\n"
    yield "</details>\n"


def _sentence(place: Place) -> str:
    label = markup(f"{place.kind} {place.label or ''}".strip())
    words = line(place.sentence or place.note or place.anchor or place.url or "")
    shown = markup(words)
    anchor = markup(place.anchor or "")
    if anchor and anchor in shown:
        shown = shown.replace(anchor, f"<mark>{anchor}</mark>", 1)
    return f'<blockquote>{shown} <span class="soft">({label})</span></blockquote>\n'


def _repair(place: Place, each: Repair) -> str:
    pasted = "\n".join(filter(None, [each.robust_link, each.cite_web]))
    told = "".join(f"<pre>{_verbatim(text)}</pre>\n" for text in (each.markdown, each.html, pasted))
    return f'<p class="soft">{markup(place.kind)} {markup(place.label or "")}: {each.by}</p>\n{told}'


def _verbatim(text: str) -> str:
    """Several lines, each harmless."""
    return "\n".join(markup(each) for each in text.splitlines())


def _rest(letter: Letter) -> Iterator[str]:
    posts = [
        f"{markup((each.published or '')[:10])} {_link(each.url, each.title)}" for each in letter.new_posts
    ]
    sources = [f"{markup(each.outcome)}: {_link(each.url, each.title)}" for each in letter.new_sources]
    months = [f"{each.month}: {markup('; '.join(each.disagreements))}" for each in letter.months]
    own = [
        f"{day(markup(each.date or ''))} {markup(each.what)}: {markup(each.reason or 'no reason told')}"
        for each in letter.failures
    ]
    for title, items in (
        ("New posts", posts),
        ("New sources", sources),
        ("Months that disagree", months),
        ("Our own failures", own),
    ):
        if items:
            yield f"<h2>{title}</h2>\n<ul>{''.join(f'<li>{each}</li>' for each in items[:_LIMIT])}</ul>\n{_more(items)}"


def _more(items: Sequence[object]) -> str:
    words = first(items, _LIMIT)
    return "" if words is None else f'<p class="soft">{words}</p>\n'


def _link(url: str | None, title: str | None) -> str:
    shown = markup(title or url or "no title")
    if url is None or not is_web(url):
        return f"<span>{shown}</span>"
    return f'<a href="{markup(address(url))}">{shown}</a>'
