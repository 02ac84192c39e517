"""The letter as an Atom feed (RFC 4287): an entry for each event, with an id that stays, so that a reader shows it once."""

import re
import uuid
from collections.abc import Iterator

from archiver.export.letters.by_post import TITLES
from archiver.export.letters.changed import as_html
from archiver.models.letter import Event, Letter, NewPost
from archiver.web.harmless import address, is_web, line, markup

_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)"
)  # RFC 3339, as 3.3 wants it
_LIMIT = 1000  # entries


def write(letter: Letter) -> str:
    """The whole feed; of a thousand events and more the greatest harm."""
    entries = [*map(_event, letter.events), *map(_post, letter.new_posts)][:_LIMIT]
    name = uuid.uuid5(uuid.NAMESPACE_URL, "\n".join(["report", *map(line, letter.seeds)])).urn
    subtitle = f"  <subtitle>{markup(', '.join(letter.seeds))}</subtitle>\n" if letter.seeds else ""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"  <id>{name}</id>\n  <title>What happened to the sources</title>\n{subtitle}"
        f"  <updated>{letter.until}</updated>\n  <author><name>archiver</name></author>\n"
        f"  <generator>archiver</generator>\n{''.join(entries)}</feed>\n"
    )


def _event(event: Event) -> str:
    title = f"{TITLES[event.kind]}: {event.source.title or event.source.url or f's{event.source.id}'}"
    return _entry(event.id, title, event.date, event.source.url, "".join(_content(event)), event.kind)


def _post(post: NewPost) -> str:
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"new-post\n{line(post.url)}\n{post.first_captured}").urn
    title = f"New post: {post.title or post.url}"
    content = f"<p>Kept since {markup(post.first_captured)}.</p>"
    return _entry(name, title, post.first_captured, post.url, content, "new-post")


def _entry(name: str, title: str, date: str, url: str | None, content: str, term: str) -> str:
    moment = date if _MOMENT.fullmatch(date) else f"{date[:10]}T00:00:00Z"
    link = (
        f'    <link rel="alternate" href="{markup(address(url))}"/>\n'
        if url is not None and is_web(url)
        else ""
    )
    return (
        f"  <entry>\n    <id>{name}</id>\n    <title>{markup(title)}</title>\n    <updated>{moment}</updated>\n{link}"
        f'    <category term="{term}"/>\n    <content type="html">{markup(content)}</content>\n  </entry>\n'
    )


def _content(event: Event) -> Iterator[str]:
    yield f"<p>{markup(event.evidence)}</p>"
    if event.quote:
        yield f"<blockquote>{markup(event.quote)}</blockquote>"
    for excerpt in event.excerpts:
        for name, said in as_html(excerpt):
            yield f"<p>{name}: {said}</p>"
    for place in event.places[:20]:
        words = place.sentence or place.note or ""
        yield f"<p><cite>{markup(place.post_title or place.post_url)}</cite>, {markup(place.kind)} {markup(place.label or '')}: {markup(words)}</p>"
    for held in event.held:
        yield f"<p>Held: {markup(held.date)} {markup(held.record_id)}</p>"
