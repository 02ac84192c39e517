"""Small charts as inline SVG, without script; each is told in a table as well, for those who do not see it."""

from collections.abc import Iterator, Sequence

from archiver.models.letter import AgeCount, HostCount, Moment
from archiver.web.harmless import markup

_WIDTH, _HEIGHT = 640, 180
_LEFT, _FOOT = 46, 22
_HEAPS = (("well", "well"), ("in_doubt", "in doubt"), ("closed", "closed"), ("lost", "lost"))


def over_time(moments: tuple[Moment, ...]) -> str:
    """Sources by how they stand, a bar for each day."""
    if not moments:
        return ""
    most = max(sum(getattr(each, name) for name, _ in _HEAPS) for each in moments) or 1
    now = moments[-1]
    told = ", ".join(f"{getattr(now, name)} {title}" for name, title in _HEAPS)
    rows = "".join(
        f'<tr><th scope="row">{markup(each.date)}</th>{"".join(f"<td>{getattr(each, name)}</td>" for name, _ in _HEAPS)}</tr>'
        for each in moments
    )
    head = "".join(f'<th scope="col">{title}</th>' for _, title in _HEAPS)
    return _figure(
        name="over-time",
        title=f"Sources over time; at the end {told}",
        height=_HEIGHT,
        drawn="".join(_bars(moments, most)),
        caption="Sources by how they stood at the end of each day"
        + "".join(
            f' <span class="key"><span class="dot {name}"></span>{title}</span>' for name, title in _HEAPS
        ),
        table=f'<thead><tr><th scope="col">day</th>{head}</tr></thead><tbody>{rows}</tbody>',
    )


def _bars(moments: tuple[Moment, ...], most: int) -> Iterator[str]:
    step = (_WIDTH - _LEFT) / len(moments)
    high = _HEIGHT - _FOOT - 14
    yield f'<text x="{_LEFT - 6}" y="18" text-anchor="end">{most:,}</text>'
    yield f'<text x="{_LEFT - 6}" y="{14 + high}" text-anchor="end">0</text>'
    yield f'<path class="axis" d="M{_LEFT} {14 + high}H{_WIDTH}"/>'
    wide = min(step * 0.8, 60)
    for n, moment in enumerate(moments):
        left, top = _LEFT + n * step + (step - wide) / 2, 14.0 + high
        for name, _ in _HEAPS:
            tall = getattr(moment, name) / most * high
            top -= tall
            if tall:
                yield f'<rect class="{name}" x="{left:.1f}" y="{top:.1f}" width="{wide:.1f}" height="{tall:.1f}"/>'
        if n in {0, len(moments) - 1} or len(moments) <= 6:  # noqa: PLR2004  # more dates would touch
            middle = min(max(left + wide / 2, _LEFT + 32), _WIDTH - 34)
            yield f'<text x="{middle:.1f}" y="{_HEIGHT - 4}" text-anchor="middle">{markup(moment.date)}</text>'


def by_host(hosts: tuple[HostCount, ...]) -> str:
    """The hosts of most lost sources, a bar each."""
    rows = [(each.host, each.sources, each.lost) for each in hosts]
    return _shares(
        rows, name="by-host", title="Sources by host", head="host", caption="Hosts with the most losses"
    )


def by_age(years: tuple[AgeCount, ...]) -> str:
    """Sources by the year in which they were cited first, a bar each: how the links of a year have fared."""
    rows = [(each.year, each.sources, each.lost) for each in years]
    return _shares(
        rows,
        name="by-age",
        title="Sources by year",
        head="first cited",
        caption="Sources by the year in which they were cited",
    )


def _shares(rows: Sequence[tuple[str, int, int]], *, name: str, title: str, head: str, caption: str) -> str:
    """A bar for each row: what it is called, how many sources, and how many of them are lost."""
    if not rows:
        return ""
    told = "".join(
        f'<tr><th scope="row">{markup(called)}</th><td>{sources}</td><td>{lost}</td></tr>'
        for called, sources, lost in rows
    )
    wholes = sum(sources for _, sources, _ in rows), sum(lost for _, _, lost in rows)
    return _figure(
        name=name,
        title=f"{title}; {wholes[1]} of {wholes[0]} lost or closed",
        height=len(rows) * 24 + 6,
        drawn="".join(_rows(rows)),
        caption=f'{caption} <span class="key"><span class="dot lost"></span>lost or closed</span>'
        ' <span class="key"><span class="dot well"></span>other</span>',
        table=f'<thead><tr><th scope="col">{head}</th><th scope="col">sources</th><th scope="col">lost or closed</th></tr></thead>'
        f"<tbody>{told}</tbody>",
    )


def _rows(rows: Sequence[tuple[str, int, int]]) -> Iterator[str]:
    left = 210
    scale = (_WIDTH - left - 80) / (max(sources for _, sources, _ in rows) or 1)
    for n, (called, sources, gone) in enumerate(rows):
        top = n * 24 + 4
        lost, well = gone * scale, (sources - gone) * scale
        name = called if len(called) <= 30 else f"{called[:29]}…"  # noqa: PLR2004  # what fits beside the bars
        yield f'<text x="{left - 8}" y="{top + 14}" text-anchor="end">{markup(name)}</text>'
        yield f'<rect class="lost" x="{left}" y="{top}" width="{lost:.1f}" height="18"/>'
        yield f'<rect class="well" x="{left + lost:.1f}" y="{top}" width="{well:.1f}" height="18"/>'
        yield f'<text x="{left + lost + well + 6:.1f}" y="{top + 14}">{gone} of {sources}</text>'


def _figure(*, name: str, title: str, height: int, drawn: str, caption: str, table: str) -> str:
    return (
        f'<figure><svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-labelledby="{name}">'
        f'<title id="{name}">{markup(title)}</title>{drawn}</svg><figcaption>{caption}</figcaption>'
        f"<details><summary>The same as a table</summary><table>{table}</table></details></figure>\n"
    )
