"""How posts, sources, search results and the balance look on a terminal."""

import shutil
import textwrap
from collections.abc import Iterable

import click

from archiver.cli._terminal import heading, safe, say, table
from archiver.models.views import Balance, CitationView, CitedSource, Hit, PostView, SourceView

_WIDEST = 100
_SHOWN_MONTHS = 24
_QUOTES = {"verbatim": "stands there", "near": "stands there, nearly", "gone": "does not stand there"}
MARKS = ("\x02", "\x03")  # around what was found; replaced when shown, so that no text can imitate them


def print_balance(balance: Balance) -> None:
    """Everything by outcome: what is there and what is missing, adding up."""
    heading("Balance")
    captured = balance.posts_by_outcome.get("archived", 0)
    table(
        [
            ("months", len(balance.months), f"on {balance.archive_pages} pages"),
            ("posts", balance.posts, _parts(balance.posts_by_outcome)),
            ("citations", balance.citations, _parts(balance.citations_by_kind)),
            ("sources", balance.sources, _parts(balance.sources_by_outcome)),
            ("works", balance.works, "under one address or several, or named in words"),
            ("captures", balance.snapshots, f"read as {balance.documents} documents"),
        ]
    )
    if balance.uncited:
        say(f"  and {balance.uncited} {'page' if balance.uncited == 1 else 'pages'} that no post cites")
    if captured < balance.posts or balance.due_posts or balance.due_sources:
        say(f"  due now: {balance.due_posts} posts, {balance.due_sources} sources")
    if not balance.adds_up:
        say("  The balance does not add up. Run: archiver rebuild")


def print_months(balance: Balance) -> None:
    """The ledger: per month, how many posts the blog lists and how many are kept."""
    heading("Months")
    shown = balance.months[-_SHOWN_MONTHS:]
    if len(shown) < len(balance.months):
        say(f"  … and {len(balance.months) - len(shown)} earlier months")
    table(
        (
            each.month,
            f"{each.posts_captured} of {each.posts_listed} posts",
            f"feed {each.posts_in_feed}" if each.posts_in_feed else "",
            f"sitemap {each.posts_in_sitemap}" if each.posts_in_sitemap else "",
            f"REST {each.posts_in_rest}" if each.posts_in_rest else "",
            "; ".join(each.disagreements) or each.url,
        )
        for each in shown
    )
    apart = sum(bool(each.disagreements) for each in balance.months)
    if apart:
        say(
            f"  In {apart} of {len(balance.months)} months the lists of the blog do not agree with what is kept."
        )


def print_hits(hits: Iterable[Hit]) -> None:
    """Search results, best first."""
    for hit in hits:
        click.echo()
        click.echo(
            f"{click.style(str(hit.reference), fg='cyan')}  {click.style(safe(hit.title or hit.url), bold=True)}"
        )
        say("    " + " · ".join(filter(None, [hit.author, (hit.date or "")[:10], _cited(hit)])))
        say(f"    {hit.url}")
        for line in textwrap.wrap(hit.snippet, width() - 4):
            click.echo("    " + _marked(line))


def print_post(post: PostView) -> None:
    """A post with its citations and where each led."""
    heading(f"p{post.id}  {post.title or post.url}")
    say("  " + " · ".join(filter(None, [post.author, (post.published or "")[:10], post.outcome])))
    say(f"  {post.url}")
    if post.reason:
        say(f"  {post.reason}")
    for citation in post.citations:
        _print_citation(citation)
    if post.internal:
        say()
        say("  links to other pages of the blog:")
    for link in post.internal:
        named = "" if link.post_id is None else f"p{link.post_id} "
        _wrapped(f"{named}{link.title or link.anchor}  {link.url}", "    ")


def print_source(source: SourceView) -> None:
    """A source with its history and those who cite it."""
    heading(f"s{source.id}  {source.title or source.url or 'untitled'}")
    container = source.container_title or source.publisher
    say("  " + " · ".join(filter(None, [source.author, container, (source.issued or "")[:10], source.type])))
    if source.url is not None:
        say(f"  {source.url}")
    say(f"  {source.outcome}" + (f": {source.reason}" if source.reason else ""))
    for other in source.same_work:
        say(f"  the same work as s{other.id} {other.url or 'named without an address'} ({other.outcome})")
    if source.next_check:
        say(f"  next check {source.next_check[:10]}")
    if source.cited_by:
        say()
        say("  Cited by")
        for citing in source.cited_by:
            say(f"    p{citing.post_id}  {citing.title or citing.url} ({(citing.published or '')[:10]})")
            _wrapped(citing.sentence, "        ")
    _print_archives(source)
    if source.snapshots:
        say()
        say("  Captures")
        table(
            (
                (
                    each.date[:19],
                    each.status or "-",
                    each.outcome,
                    each.location or each.failure or each.archived_from,
                    each.target_uri,
                )
                for each in source.snapshots
            ),
            indent=4,
        )


def _print_archives(source: SourceView) -> None:
    """What web archives said of a source that the web has lost."""
    if source.archives:
        say()
        say("  Web archives")
    for each in source.archives:
        if each.answer == "has":
            what = f"has {each.mementos} captures near the post, {each.taken} fetched"
        elif each.answer == "none":
            what = f"has none; asked again from {each.next_ask[:10]}"
        else:
            what = f"unknown: {each.reason or 'it did not answer'}; asked again from {each.next_ask[:10]}"
        _wrapped(f"{each.archive}: {what}", "    ")


def width() -> int:
    """Columns that text may fill."""
    return min(_WIDEST, shutil.get_terminal_size((88, 24)).columns)


def _print_citation(citation: CitationView) -> None:
    say()
    again = f" (again, {citation.occurrence})" if citation.occurrence > 1 else ""
    name = f"[{citation.label}]{again}" if citation.label else citation.kind
    lines = textwrap.wrap(safe(citation.sentence or citation.anchor or ""), width() - 4) or [""]
    click.echo(f"  {click.style(safe(name), fg='cyan')} {lines[0]}")
    for line in lines[1:]:
        click.echo(f"    {line}")
    if citation.note:
        _wrapped(citation.note, "      ")
    for source in citation.sources:
        _print_cited(source)
    if not citation.sources:
        say("      → names no source")
    for quote in citation.quotes:
        there = _QUOTES.get(quote.found or "", "not looked for: the source has no text")
        _wrapped(f"“{quote.exact}”: {there}", "        ")


def _print_cited(source: CitedSource) -> None:
    reason = f": {source.reason}" if source.reason else ""
    colour = "green" if source.outcome in {"archived", "rescued"} else "yellow"
    named = source.url or source.canonical or source.title or "untitled"
    click.echo(
        f"      → {click.style(safe(source.outcome + reason), fg=colour)}  s{source.source_id} {safe(named)}"
    )
    if source.final_url and source.final_url != source.canonical:
        say(f"        led to {source.final_url}")


def _cited(hit: Hit) -> str:
    if hit.reference.kind == "post":
        return ""
    return f"{hit.outcome}, cited by {hit.cited} post{'' if hit.cited == 1 else 's'}"


def _marked(line: str) -> str:
    """What was found, in bold. A pair of marks that a line break divides is harmless: styles end with the line."""
    parts = line.replace(MARKS[1], MARKS[0]).split(MARKS[0])
    inside = line.count(MARKS[1]) > line.count(MARKS[0])
    return "".join(
        click.style(safe(part), bold=True) if (n % 2 == 1) != inside else safe(part)
        for n, part in enumerate(parts)
    )


def _parts(heaps: dict[str, int]) -> str:
    return ", ".join(f"{size} {name}" for name, size in heaps.items())


def _wrapped(text: str | None, indent: str) -> None:
    for line in textwrap.wrap(safe(text or ""), width() - len(indent)):
        click.echo(indent + line)
