"""The pages of the demo blog, as WordPress lays them out."""

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from archiver.demo.answer import Answer, Site, content_type, redirect
from archiver.demo.content import data, text, tree
from archiver.demo.feeds import feeds, sitemaps
from archiver.demo.post import AUTHORS, MONTHS, Post, posts, slug
from archiver.demo.theme import NAME, TAGLINE, Theme, pagination

_PER_PAGE = 3
_UPLOADED = "wp-content/uploads/2019/09"
_THEME = "wp-content/themes/foreshore"


def weblog(blog: str, sources: Mapping[str, str]) -> Site:
    """Everything that the blog serves at its address; `sources` are the addresses of the hosts that it cites."""
    theme = Theme(blog=blog, sources=sources, posts=posts())
    answers = _posts(theme) | _lists(theme) | _files() | feeds(theme) | sitemaps(theme)
    answers["/about/"] = _page(
        theme, text("templates/about.html"), "About", "page-template-default page page-id-2"
    )
    missing = theme.page(
        content=text("templates/missing.html"), title=f"Page not found &#8211; {NAME}", body_class="error404"
    )
    return Site(base=blog, answers=answers, missing=Answer(body=missing, status=404))


def _posts(theme: Theme) -> dict[str, Answer]:
    made = {}
    for n, post in enumerate(theme.posts):
        newer = theme.posts[n - 1] if n > 0 else None
        older = theme.posts[n + 1] if n + 1 < len(theme.posts) else None
        url = theme.url(post)
        head = (
            f'<link rel="alternate" type="application/rss+xml" title="{NAME} &raquo; {post.heading} Comments Feed" href="{url}feed/">\n'
            f'<link rel="canonical" href="{url}">\n<link rel="shortlink" href="{theme.blog}?p={post.number}">\n'
        )
        content = theme.entry(post, alone=True) + theme.discussion(post, older=older, newer=newer)
        page = theme.page(
            content=content,
            title=f"{post.heading} &#8211; {NAME}",
            body_class=f"post-template-default single single-post postid-{post.number} single-format-standard",
            head=head,
        )
        made[f"/{post.path}"] = Answer(body=page, modified=post.modified)
        made[f"/?p={post.number}"] = redirect(url)
    return made


def _lists(theme: Theme) -> dict[str, Answer]:
    made = dict(_pages(theme, "", theme.posts, title="", body_class="home blog"))
    for path, title, body_class, wanted in _archives(theme.posts):
        made |= _pages(theme, path, wanted, title=title, body_class=f"archive {body_class}")
    return made


def _archives(every: Sequence[Post]) -> Iterator[tuple[str, str, str, list[Post]]]:
    """Path, title, body class and posts of every archive. A month without posts has none: WordPress answers 404."""
    for year, month in sorted({(post.published.year, post.published.month) for post in every}):
        wanted = [post for post in every if (post.published.year, post.published.month) == (year, month)]
        yield (
            f"{year}/{month:02d}/",
            f"Monthly Archives: <span>{MONTHS[month - 1]} {year}</span>",
            "date",
            wanted,
        )
    for name in sorted({post.category for post in every}):
        wanted = [post for post in every if post.category == name]
        yield f"category/{slug(name)}/", f"Category Archives: <span>{name}</span>", "category", wanted
    for name in sorted({tag for post in every for tag in post.tags}):
        wanted = [post for post in every if name in post.tags]
        yield f"tag/{slug(name)}/", f"Tag Archives: <span>{name}</span>", "tag", wanted
    for key, name in AUTHORS.items():
        wanted = [post for post in every if post.author_slug == key]
        yield f"author/{key}/", f"Author Archives: <span>{name}</span>", "author", wanted


def _pages(
    theme: Theme, path: str, wanted: Sequence[Post], *, title: str, body_class: str
) -> Iterator[tuple[str, Answer]]:
    """One list of posts, in its pages."""
    last = -(-len(wanted) // _PER_PAGE)
    modified = max(post.modified for post in wanted)
    plain = title.partition(": ")[2].replace("<span>", "").replace("</span>", "")
    header = (
        f'<header class="archive-header"><h1 class="archive-title">{title}</h1></header>\n' if title else ""
    )
    for n in range(1, last + 1):
        part = wanted[(n - 1) * _PER_PAGE : n * _PER_PAGE]
        entries = "\n".join(theme.entry(post, alone=False) for post in part)
        where = f" &#8211; Page {n}" if n > 1 else ""
        page = theme.page(
            content=header + entries + pagination(theme.blog + path, n, last),
            title=f"{plain}{where} &#8211; {NAME}" if plain else f"{NAME}{where} &#8211; {TAGLINE}",
            body_class=f"{body_class} paged paged-{n}" if n > 1 else body_class,
        )
        yield f"/{path}page/{n}/" if n > 1 else f"/{path}", Answer(body=page, modified=modified)
    if last > 1:
        yield f"/{path}page/1/", redirect(theme.blog + path)


def _page(theme: Theme, content: str, title: str, body_class: str) -> Answer:
    head = f'<link rel="canonical" href="{theme.blog}{quote(title.lower())}/">\n'
    return Answer(
        body=theme.page(content=content, title=f"{title} &#8211; {NAME}", body_class=body_class, head=head)
    )


def _files() -> dict[str, Answer]:
    """The theme's files and the pictures that were uploaded."""
    return {
        f"/{address}{name.removeprefix(folder)}": Answer(body=data(name), content_type=content_type(name))
        for folder, address in (("theme", _THEME), ("uploads", _UPLOADED))
        for name in tree(folder)
    }
