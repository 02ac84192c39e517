"""Hosts that have lost the page, and do not say so, or say so in their own way."""

from tests.whole.misbehaving.case import MISSING, Answer, Case, article, html, moved, site, story

_SEARCH = '<form action="/search"><input name="q"><button>Search</button></form>'
_LOST = "soft-404"


def _says(name: str, title: str, words: str, *, lang: str = "en", outcomes: str = _LOST) -> Case:
    """A host that answers so at every address, within its own frame."""
    told = Answer(site(title, f"<h1>{title}</h1><p>{words}</p>{_SEARCH}", lang=lang))
    return Case(name, outcomes, told, other=told)


_FRONT = Answer(
    site("", "<h1>The Towpath</h1>" + "".join(f'<h2><a href="/n/{n}">Letter {n}</a></h2>' for n in range(9)))
)

CASES = (
    _says("english", "Page not found", "Sorry, we could not find what you were looking for."),
    _says(
        "english-chatty",
        "Whoops! You seem to be adrift",
        "The page you requested could not be found. Perhaps it was moved, or its name was changed.",
    ),
    _says(
        "gone-article",
        "Article unavailable",
        "This article is no longer available. It may have been removed by its author.",
    ),
    _says(
        "gone-story",
        "Story expired",
        "The story you are looking for has expired and is no longer on our site.",
    ),
    _says(
        "german",
        "Seite nicht gefunden",
        "Die gesuchte Seite existiert leider nicht mehr. Bitte nutzen Sie die Suche.",
        lang="de",
    ),
    _says(
        "german-chatty",
        "Hoppla!",
        "Diese Seite konnte leider nicht gefunden werden. Vielleicht wurde sie verschoben.",
        lang="de",
    ),
    _says(
        "french", "Page introuvable", "La page que vous cherchez n’existe plus ou a été déplacée.", lang="fr"
    ),
    _says(
        "french-chatty",
        "Oups…",
        "La page demandée est introuvable. Revenez à l’accueil ou lancez une recherche.",
        lang="fr",
    ),
    _says(
        "japanese",
        "ページが見つかりません",
        "お探しのページは移動または削除された可能性があります。",
        lang="ja",
    ),
    _says("spanish", "Página no encontrada", "Lo sentimos, la página que busca ya no existe.", lang="es"),
    _says(
        "portuguese",
        "Página não encontrada",
        "A página que procura foi removida ou mudou de endereço.",
        lang="pt",
    ),
    _says("italian", "Pagina non trovata", "La pagina richiesta non esiste più.", lang="it"),
    _says("dutch", "Pagina niet gevonden", "Deze pagina bestaat niet meer of is verplaatst.", lang="nl"),
    _says("polish", "Nie znaleziono strony", "Strona, której szukasz, została usunięta.", lang="pl"),
    _says("russian", "Страница не найдена", "Возможно, она была удалена или перемещена.", lang="ru"),
    _says("chinese", "页面不存在", "您访问的页面已被删除。", lang="zh"),
    _says("korean", "페이지를 찾을 수 없습니다", "요청하신 페이지가 삭제되었습니다.", lang="ko"),
    _says("forum", "Information", "The requested topic does not exist."),
    _says(
        "forum-thread",
        "Harbour Board",
        "Invalid thread specified. If you followed a valid link, please notify the administrator.",
    ),
    _says(
        "wiki",
        "Ferry book",
        "There is currently no text in this page. You can search for this page title in other pages.",
    ),
    _says(
        "video",
        "Video unavailable",
        "This video is no longer available because the uploader has closed their account.",
    ),
    _says("post-deleted", "Hmm… this page doesn’t exist. Try searching for something else.", ""),
    _says("file-host", "File deleted", "The file you requested has been deleted or the link was disabled."),
    _says("user-gone", "Account suspended", "This account has been suspended for breaking our rules."),
    _says(
        "deleted-blog",
        "Blog has been removed",
        "Sorry, the blog that was here has been removed. This address is not available for new blogs.",
    ),
    _says("deleted-site", "towpath.example is no longer available.", "The authors have deleted this site."),
    _says(
        "asp",
        "The resource cannot be found.",
        "HTTP 404. The resource you are looking for (or one of its dependencies) could have been removed.",
    ),
    _says(
        "search-results-in-place",
        "Search",
        "Your search for “ferry book” returned 0 results. Try fewer words.",
    ),
    Case(
        "json",
        _LOST,
        Answer(
            '{"error": "not_found", "message": "No such document"}',
            200,
            (("Content-Type", "application/json"),),
        ),
    ),
    Case("plain-text", _LOST, Answer("File not found.\n", 200, (("Content-Type", "text/plain"),))),
    Case(
        "long-frame",
        _LOST,
        told := Answer(
            site(
                "Page not found",
                f"<h1>Page not found</h1><p>It is not here. Read instead:</p>{story('instead', 240)}",
            )
        ),
        other=told,
    ),
    # only what the host says of other addresses gives these away
    Case(
        "latest-news",
        _LOST,
        told := Answer(site("The Towpath today", f"<h1>Today’s letters</h1>{story('latest', 500)}")),
        other=told,
    ),
    Case("front-in-place", _LOST, _FRONT, more={"/": _FRONT}, other=_FRONT),
    Case(
        "new-site",
        _LOST,
        told := Answer(
            site(
                "We have a new site",
                f"<h1>Welcome to our new site</h1><p>Have a look around.</p>{story('new', 90)}",
            )
        ),
        more={"/": told},
        other=told,
    ),
    # redirects
    Case("to-front", _LOST, moved("/"), more={"/": _FRONT}, other=moved("/")),
    Case("to-front-301", _LOST, moved("/", 301), more={"/": _FRONT}, other=moved("/", 301)),
    Case("to-index", _LOST, moved("/index.html"), more={"/index.html": _FRONT}, other=moved("/index.html")),
    Case(
        "to-search",
        _LOST,
        moved("/search?q=ferry+book"),
        more={"/search": Answer(site("Search", f"<h1>No results for “ferry book”</h1>{_SEARCH}"))},
        other=moved("/search?q="),
    ),
    Case(
        "to-404-page",
        _LOST,
        moved("/404.html"),
        more={"/404.html": Answer(site("Oh no", "<h1>Oh no</h1><p>That went wrong.</p>"))},
        other=moved("/404.html"),
    ),
    Case(
        "to-error-page",
        _LOST,
        moved("/error?code=404"),
        more={"/error": Answer(site("Error", "<h1>Error</h1><p>Something is missing.</p>"))},
        other=moved("/error?code=404"),
    ),
    Case(
        "to-section",
        _LOST,
        moved("/letters/"),
        more={"/letters/": Answer(site("Letters", f"<h1>Letters</h1>{story('letters', 200)}"))},
        other=moved("/letters/"),
    ),
    Case(
        "refresh-to-front",
        _LOST,
        told := Answer(html("Moved", "", head='<meta http-equiv="refresh" content="0; url=/">')),
        more={"/": _FRONT},
        other=told,
    ),
    Case(
        "to-gone",
        "gone",
        moved("/moved/book.html"),
        more={"/moved/book.html": Answer(html("410", "<h1>Gone</h1>"), 410)},
    ),
    # statuses
    Case("404", "gone", MISSING),
    Case("404-pretty", "gone", Answer(article("We lost this one"), 404)),
    Case(
        "410-pretty", "gone", Answer(site("Withdrawn", f"<h1>Withdrawn</h1>{story('withdrawn', 150)}"), 410)
    ),
    Case("451", "gone", Answer(html("Unavailable", "<h1>Unavailable for legal reasons</h1>"), 451)),
    Case(
        "bucket",
        "gone",
        Answer(
            "<?xml version='1.0'?><Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message></Error>",
            404,
            (("Content-Type", "application/xml"),),
        ),
    ),
)
