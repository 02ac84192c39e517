"""Pages that stand in for a source: a question for consent, a login without a form, a name for sale, an ill server."""

import pytest

from archiver.extract.document import read_document
from archiver.judge.outcome import judge
from archiver.models.citation import Outcome
from tests.judge.factories import answer, page, words

_ACCEPT = "<button>Accept all</button>"
_COOKIES = "<p>We and our 742 partners use cookies to deliver our services.</p>"


def outcome(title: str, body: str, status: int = 200) -> Outcome:
    """What a page is judged to be."""
    capture = answer(page(title, body), status=status)
    return judge(capture, read_document(capture, kind="source")).outcome


@pytest.mark.parametrize(
    ("expected", "title", "body"),
    [
        (
            Outcome.BOT_WALL,
            "Before you continue to The Review",
            f"<h1>Before you continue</h1>{_COOKIES}{_ACCEPT}",
        ),
        (
            Outcome.BOT_WALL,
            "The Review",
            f"<h1>We value your privacy</h1>{_COOKIES}<input type=submit value='I agree'>",
        ),
        (
            Outcome.BOT_WALL,
            "Zustimmung",
            "<p>Details zum Tracking stehen in der Datenschutzerklärung.</p><button>Akzeptieren und weiter</button>",
        ),
        # a banner over a page; a page about cookies, without a button; a shop's page of settings, at length
        (Outcome.ARCHIVED, "Tar", f"<h1>Tar</h1>{_COOKIES}{_ACCEPT}"),
        (
            Outcome.ARCHIVED,
            "Cookies",
            f"<h1>Cookies</h1><p>Oats, butter, syrup; a quarter of an hour.</p>{_COOKIES}",
        ),
        (Outcome.ARCHIVED, "Cookie settings", f"<h1>Cookie settings</h1>{words(400)}{_COOKIES}{_ACCEPT}"),
    ],
)
def test_consent(expected, title, body):
    """A page that is called so, speaks of cookies and has a button for them, is the wall; a banner is none."""
    assert expected == outcome(title, body)


@pytest.mark.parametrize(
    ("expected", "title", "body"),
    [
        (Outcome.LOGIN_WALL, "Information", "<p>You must be logged in to view this topic.</p>"),
        (
            Outcome.LOGIN_WALL,
            "Welcome",
            "<h1>Welcome back, please sign in to continue</h1><input type=password>",
        ),
        (Outcome.LOGIN_WALL, "Sign in", f"{words(40)}<form><input type=email name=identifier></form>"),
        (Outcome.LOGIN_WALL, "Hinweis", "<p>Sie müssen angemeldet sein, um diesen Beitrag zu sehen.</p>"),
        # one may write so of other things
        (Outcome.ARCHIVED, "Anmeldung", f"<h1>Anmeldung</h1>{words(50)}"),
        (
            Outcome.ARCHIVED,
            "Rules of the board",
            f"<h1>Rules</h1><p>You must be logged in to post.</p>{words(90)}",
        ),
    ],
)
def test_logins(expected, title, body):
    """A login says so of the page that one would see, or has a form; a word alone can be another's."""
    assert expected == outcome(title, body)


@pytest.mark.parametrize(
    "said",
    [
        "This domain has expired",
        "ferry.example expired on 12 May 2020 and is pending renewal or deletion.",
        "Die Domain ferry.example können Sie kaufen.",
        "Le nom de domaine ferry.example est à vendre.",
        "El dominio ferry.example está en venta.",
        "Домен ferry.example продаётся.",
        "此域名出售",
        "このドメインは販売中です。",
    ],
)
def test_names_for_sale_in_other_words(said):
    """A name and what is done with it, in one sentence near the beginning of a short page."""
    assert [Outcome.PARKED] * 2 == [
        outcome("ferry.example", f"<p>{said}</p>"),
        outcome("ferry.example", f"<h1>{said}</h1><p>Ask at the desk.</p>"),
    ]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Coming soon", "<h1>Coming soon</h1><p>A new site is being built here.</p>"),
        ("", "<h1>Hier entsteht eine neue Internetpräsenz</h1>"),
        ("", '<script>window.onload=function(){window.location.href="/lander"}</script>'),
    ],
)
def test_names_without_a_site(title, body):
    """Whose owner has put nothing there, or has sold the room."""
    assert Outcome.PARKED == outcome(title, body)


@pytest.mark.parametrize(
    ("expected", "title", "body"),
    [
        (Outcome.UNREACHABLE, "", "<h1>Error establishing a database connection</h1>"),
        (Outcome.UNREACHABLE, "", "<b>Fatal error</b>: Uncaught Error in index.php:12"),
        (Outcome.UNREACHABLE, "The Review", "<h1>We’ll be back soon!</h1><p>Please try again later.</p>"),
        (Outcome.UNREACHABLE, "Wartungsarbeiten", "<p>Wir sind gleich zurück.</p>"),
        # works on such things
        (Outcome.ARCHIVED, "Maintenance", f"<h1>Maintenance</h1>{words(90)}"),
        (Outcome.ARCHIVED, "Locks", "<h1>Locks</h1><p>The lock is under maintenance until May.</p>"),
    ],
)
def test_ill_servers(expected, title, body):
    """What an ill server says with status 200 is no page, and no death."""
    assert expected == outcome(title, body)


def test_a_redirect_to_no_page_is_an_end():
    """Nothing comes after an address of mail: the source does not wait for it for ever."""
    capture = answer(status=302, headers=(("Location", "mailto:orla@review.example"),))

    assert Outcome.UNREACHABLE == judge(capture, None).outcome


def test_a_letter_to_subscribe_to_is_no_price():
    """A short signed note may ask its readers to stay."""
    body = f"<h1>Oakum</h1><p>By Orla Tamm</p>{words(90)}<p>Sign up to get our letters each Friday.</p>"

    assert Outcome.ARCHIVED == outcome("Oakum", body)
