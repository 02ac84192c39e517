"""What a page itself shows: that it is not there, or that something stands before it. Precision first."""

import pytest

from archiver.extract.document import read_document
from archiver.judge.outcome import judge
from archiver.models.citation import Outcome, Verdict
from tests.judge.factories import answer, page, words


def verdict(capture):
    """Judge an answer as it is judged when it is indexed: with its reading."""
    return judge(capture, read_document(capture, kind="source"))


@pytest.mark.parametrize(
    "said",
    [
        "Page not found",
        "404 - Not Found",
        "Error 404: Page Not Found!",
        "Oops! That page can’t be found.",
        "Sorry, this page isn't available.",
        "We couldn't find the page you were looking for",
        "This page no longer exists",
        "The requested URL was not found on this server",
        "Seite nicht gefunden",
        "404 – Diese Seite existiert nicht mehr",
        "Page introuvable",
        "Erreur 404 : page non trouvée",
        "Página no encontrada",
        "Página não encontrada",
        "Pagina non trovata",
        "Pagina niet gevonden",
        "Sidan kunde inte hittas",
        "Nie znaleziono strony",
        "Страница не найдена",
        "Sayfa bulunamadı",
        "ページが見つかりませんでした",
        "页面不存在",
        "페이지를 찾을 수 없습니다",
        "Welcome to nginx!",
        "Account Suspended",
    ],
)
def test_soft_404_by_name(said):
    """A short page that is called "not found" is that, in its title or in its heading."""
    sorry = "<p>Try the search, or go back to where you came from.</p>"
    judged = [
        verdict(answer(page(said, sorry))),
        verdict(answer(page(f"{said} | The Review", f"<h1>Hm.</h1>{sorry}"))),
        verdict(answer(page("The Review", f"<h1>{said}</h1>{sorry}"))),
    ]

    assert [Outcome.SOFT_404] * 3 == [each.outcome for each in judged]
    assert all((each.reason or "").endswith("with status 200") for each in judged)


@pytest.mark.parametrize(
    "said",
    [
        "There is currently no text in this page. You can search for this page title.",  # MediaWiki
        "The requested topic does not exist.",  # phpBB
        "Invalid Thread specified. Write to the administrator.",  # vBulletin
        "This video isn’t available anymore",
    ],
)
def test_software_says_it_in_its_own_words(said):
    """Under the name of the page that was asked for."""
    assert Outcome.SOFT_404 == verdict(answer(page("Ferry", f"<h1>Ferry</h1><p>{said}</p>"))).outcome
    quoted = f"<h1>Ferry</h1><p>{said}</p>{words(90)}"
    assert Outcome.ARCHIVED == verdict(answer(page("Ferry", quoted))).outcome


def test_soft_404_by_its_one_sentence():
    """A page without a telling name may still say nothing but sorry."""
    body = "<main><p>Sorry, the page you are looking for doesn’t exist or has been moved.</p></main>"

    assert Outcome.SOFT_404 == verdict(answer(page("The Review", body))).outcome


@pytest.mark.parametrize(
    ("expected", "body"),
    [
        (Outcome.SOFT_404, "<p>Sorry, the page you are looking for doesn’t exist or has been moved.</p>"),
        (Outcome.PARKED, "<p>This domain is for sale! Make an offer.</p>"),
        (Outcome.BOT_WALL, "<h1>Access denied</h1><p>Reference 18.</p>"),
        (Outcome.LOGIN_WALL, "<h1>Log in</h1><form><input type=password></form>"),
    ],
)
def test_what_is_said_of_every_page_signs_nothing(expected, body):
    """A date in the address is that of the page that was there; an author in the head may be the whole site's."""
    head = '<meta name="author" content="Orla Tamm">'
    dated = answer(page("The Review", body), url="https://source.example/2014/05/03/ferry.html")
    named = answer(page("The Review", body, head))

    assert [expected] * 2 == [verdict(dated).outcome, verdict(named).outcome]


def test_an_author_in_the_head_signs_a_text():
    """A short work may be called as a wall is."""
    head = '<meta name="author" content="Orla Tamm">'

    assert Outcome.ARCHIVED == verdict(answer(page("Blocked", f"<h1>Blocked</h1>{words(60)}", head))).outcome


@pytest.mark.parametrize(
    "capture",
    [
        # an article that is called so
        answer(page("Page Not Found", f"<h1>Page Not Found</h1>{words(600)}")),
        answer(page("404", f"<h1>404</h1>{words(500)}")),
        # a short one that is signed and dated
        answer(page("Not Found", f"<h1>Not Found</h1><p>By Orla Tamm</p><p>3 May 2019</p>{words(100)}")),
        # a standard that says what was removed; an address with an error in it
        answer(
            page(
                "Ferry Language Reference",
                f"<h1>Ferry Language Reference</h1><p>This section has been removed.</p>{words(500)}",
            )
        ),
        answer(
            page("What an error page should say", f"<h1>What an error page should say</h1>{words(90)}"),
            url="https://source.example/error/404",
        ),
        # a short note that speaks of things not found
        answer(
            page(
                "Lost letters",
                "<h1>Lost letters</h1><p>The letters of 1902 were not found in the attic, nor was the book.</p>",
            )
        ),
        # a magazine with a number for a name
        answer(page("River tolls | 404 Media", f"<h1>River tolls</h1>{words(80)}")),
        # a page about logging in; a form in a corner
        answer(page("How to log in to the harbour office", f"<h1>How to log in</h1>{words(300)}")),
        answer(page("Ferry", f"<form action=/login><input type=password></form><h1>Ferry</h1>{words(300)}")),
        # a page about domain names for sale
        answer(
            page(
                "Selling a name",
                f"<h1>Selling a name</h1><p>A banner said: this domain is for sale. Buy this domain!</p>{words(300)}",
            )
        ),
        # a page that says what challenges say, at length; one that carries a watcher's script
        answer(page("Just a moment...", f"<h1>Just a moment</h1>{words(300)}")),
        answer(
            page(
                "Ferry",
                f"<h1>Ferry</h1>{words(300)}<script src='/cdn-cgi/challenge-platform/scripts/main.js'></script>",
            )
        ),
        # an article that is not free, and came whole
        answer(
            page(
                "Ferry",
                f"<h1>Ferry</h1>{words(900)}",
                '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry","isAccessibleForFree":false}</script>',
            )
        ),
        # one that asks for subscribers at its end
        answer(
            page(
                "Ferry",
                f"<h1>Ferry</h1><p>By Orla Tamm</p>{words(600)}<p>Subscribe to read more such stories.</p>",
            )
        ),
    ],
)
def test_pages_that_are_there_are_archived(capture):
    """Precision first: no page that only resembles a bad one is called so."""
    assert Verdict(outcome=Outcome.ARCHIVED) == verdict(capture)


@pytest.mark.parametrize(
    ("expected", "capture"),
    [
        # logins
        (
            Outcome.LOGIN_WALL,
            answer(
                page("Log in | The Review", "<h1>Log in</h1><form><input name=u><input type=password></form>")
            ),
        ),
        (Outcome.LOGIN_WALL, answer(page("Anmelden", "<form><input type=password></form>"))),
        (Outcome.LOGIN_WALL, answer(page("Sign in to continue", "<p>Use your account.</p>"))),
        (Outcome.LOGIN_WALL, answer(page("Forbidden", "<p>Members only. Please log in.</p>"), status=403)),
        # checks for machines, with any status
        (
            Outcome.BOT_WALL,
            answer(page("Just a moment...", "<p>Enable JavaScript and cookies to continue</p>"), status=403),
        ),
        (
            Outcome.BOT_WALL,
            answer(page("Just a moment...", "<p>Enable JavaScript and cookies to continue</p>")),
        ),
        (Outcome.BOT_WALL, answer(page("Wait", "<script>window._cf_chl_opt={}</script>"), status=503)),
        (Outcome.BOT_WALL, answer(page("Ferry", words(200)), headers=(("CF-Mitigated", "challenge"),))),
        (Outcome.BOT_WALL, answer(page("Access to this page has been denied", "<p>Press and hold.</p>"))),
        # names for sale
        (
            Outcome.PARKED,
            answer(page("ferry.example", "<p>This domain name is for sale. Make an offer.</p>")),
        ),
        (Outcome.PARKED, answer(page("ferry.example is for sale", "<p>Make an offer.</p>"))),
        (
            Outcome.PARKED,
            answer(
                page(
                    "ferry", "<p>Related searches</p><script src='https://www.sedoparking.com/x.js'></script>"
                )
            ),
        ),
        (Outcome.PARKED, answer(page("ferry", "<p>Diese Domain steht zum Verkauf!</p>"))),
        # prices
        (
            Outcome.PAYWALL,
            answer(
                page(
                    "Ferry",
                    f"<h1>Ferry</h1>{words(80)}",
                    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry","isAccessibleForFree":"False"}</script>',
                )
            ),
        ),
        (
            Outcome.PAYWALL,
            answer(
                page(
                    "Ferry",
                    f"<h1>Ferry</h1>{words(80)}",
                    '<meta property="article:content_tier" content="locked">',
                )
            ),
        ),
        (
            Outcome.PAYWALL,
            answer(
                page(
                    "Ferry",
                    f"<h1>Ferry</h1><p>By Orla Tamm</p>{words(80)}<p>Subscribe to read the rest of this article.</p>",
                )
            ),
        ),
        (
            Outcome.PAYWALL,
            answer(
                page(
                    "Ferry",
                    f"<h1>Ferry</h1><p>By Orla Tamm</p>{words(80)}<p>Already a subscriber? Log in.</p>",
                )
            ),
        ),
    ],
)
def test_walls_and_shops(expected, capture):
    """A page that stands where the source was is not the source."""
    judged = verdict(capture)

    assert expected == judged.outcome
    assert judged.reason
