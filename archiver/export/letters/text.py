"""The letter as plain text, for mail: no line of ours is longer than 76 columns; addresses and what is to be pasted stay whole."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence

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
from archiver.export.letters.changed import as_lines
from archiver.models.letter import Event, Letter, Place
from archiver.web.harmless import line

_WIDTH = 76
_LIMIT = 50  # of a section
_LONGEST = 400  # characters of a sentence


def write(letter: Letter) -> str:
    """The whole letter."""
    if letter.is_empty:
        return f"Nothing happened ({period(letter)}).\n"
    return "\n".join([*_head(letter), *_posts(letter), *_rest(letter)]) + "\n"


def _head(letter: Letter) -> Iterator[str]:
    yield from _wrapped(f"What happened to {', '.join(letter.seeds) or 'the archive'}")
    yield f"{period(letter)} (UTC)"
    yield ""
    for count, title in counts(letter):
        yield f"{count:>7,}  {title.lower()}"


def _posts(letter: Letter) -> Iterator[str]:
    parts = by_post(letter)
    for part in parts[:_LIMIT]:
        yield from _post(part)
    yield from _more(parts)
    loose = uncited(letter)
    if loose:
        yield from _title("Cited by no post that is kept")
        for event in loose[:_LIMIT]:
            yield from _event(event)
            yield from _held(event)
        yield from _more(loose)


def _post(part: PostPart) -> Iterator[str]:
    yield ""
    yield ""
    yield "=" * _WIDTH
    yield from _wrapped(f"p{part.post.post_id}  {part.post.post_title or part.post.post_url}")
    yield line(part.post.post_url)
    yield "=" * _WIDTH
    told: dict[str, list[Hurt]] = {}
    for hurt in part.hurts:
        told.setdefault(hurt.event.id, []).append(hurt)
    groups = list(told.values())
    held: set[int] = set()
    for group in groups[:_LIMIT]:
        event = group[0].event
        yield from _event(event)
        if event.source.id not in held:
            yield from _held(event)
        held.add(event.source.id)
        for hurt in group[:_LIMIT]:
            yield from _sentence(hurt.place)
        yield from _more(group)
    yield from _more(groups)
    yield from _repairs(part)


def _event(event: Event) -> Iterator[str]:
    yield ""
    yield from _wrapped(
        f"{TITLES[event.kind].upper()}: {event.source.title or event.source.host or 'no title'}"
    )
    if event.source.url:
        yield f"  {line(event.source.url)}"
    yield from _wrapped(f"Found {day(event.date)}: {event.evidence}.", "  ")
    if event.quote:
        yield from _wrapped(f"Quoted: “{_cut(event.quote)}”", "  ")
    for excerpt in event.excerpts:
        for sign, said in as_lines(excerpt):
            yield from _wrapped(_cut(said), f"  {sign} ", "    ")


def _held(event: Event) -> Iterator[str]:
    if not event.held_count:
        yield "  Held: nothing."
        return
    yield f"  Held: {event.held_count} capture{'s' * (event.held_count > 1)}"
    for each in event.held[:4]:
        yield f"    {day(each.date)}  {line(each.record_id)}"
        if each.archived_from:
            yield f"      from {line(each.archived_from)}"


def _sentence(place: Place) -> Iterator[str]:
    label = f"{place.kind} {place.label}" if place.label else place.kind
    words = place.sentence or place.note or place.anchor or place.url or ""
    yield from _wrapped(f"{label}: {_cut(words)}", "  | ")


def _repairs(part: PostPart) -> Iterator[str]:
    repairs = part.repairs
    if not repairs:
        return
    yield from _title("Repairs, to paste", "-")
    for place, each in repairs[:_LIMIT]:
        yield ""
        yield from _wrapped(f"{place.kind} {place.label or ''}: {each.by}")
        yield "Markdown:"
        yield from each.markdown.splitlines()
        yield "HTML:"
        yield from each.html.splitlines()
        if each.robust_link:
            yield "Robust Link:"
            yield each.robust_link
        yield "Wikipedia:"
        yield each.cite_web
    yield from _more(repairs)


def _rest(letter: Letter) -> Iterator[str]:
    yield from _section(
        "New posts",
        [
            f"{(each.published or '')[:10]:10}  p{each.id}  {each.title or each.url}"
            for each in letter.new_posts
        ],
    )
    yield from _section(
        "New sources",
        [f"s{each.id}  {each.outcome}: {each.title or each.url}" for each in letter.new_sources],
    )
    yield from _section(
        "Months that disagree", [f"{each.month}  {'; '.join(each.disagreements)}" for each in letter.months]
    )
    if letter.months and letter.months_before:
        yield f"  {letter.months_before} more disagreed before: archiver status"
    yield from _section(
        "Our own failures",
        [
            f"{day(each.date or '')}  {each.what}: {each.reason or 'no reason told'}"
            for each in letter.failures
        ],
    )


def _section(title: str, lines: list[str]) -> Iterator[str]:
    if not lines:
        return
    yield from _title(title)
    for each in lines[:_LIMIT]:
        yield from _wrapped(each, "  ", "    ")
    yield from _more(lines)


def _title(title: str, mark: str = "=") -> Iterable[str]:
    return ["", "", title, mark * len(title)]


def _more(items: Sequence[object]) -> Iterator[str]:
    if (words := first(items, _LIMIT)) is not None:
        yield f"  {words}"


def _wrapped(text: str, indent: str = "", hanging: str | None = None) -> list[str]:
    """Lines of our width; a long address is not broken."""
    return textwrap.wrap(
        line(text),
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=hanging if hanging is not None else indent or "  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _cut(text: str) -> str:
    clean = line(text)
    return clean if len(clean) <= _LONGEST else f"{clean[:_LONGEST]}…"
