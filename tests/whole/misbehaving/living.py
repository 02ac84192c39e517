"""Pages that are well, and look as if they were not."""

import json

from tests.whole.misbehaving.case import PATH, Answer, Case, article, html, moved, site, story

_CORNER = '<div class="login-box"><h3>Log in</h3><form><input name="u"><input type="password" name="p"></form></div>'
_WELL = "archived"
_LD = f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", "headline": "The open toll", "isAccessibleForFree": False})}</script>'
_FRONT = Answer(site("", f"<h1>The Towpath</h1>{story('front', 120)}"))
_BOOK = Answer(article("The ferry book"))
_REFUSAL = "<p>For years every lost address of the harbour board gave the same words: “Sorry, the page you are looking for cannot be found.”</p>"


def _live(name: str, page: str, path: str = PATH) -> Case:
    return Case(name, _WELL, Answer(page), path=path)


CASES = (
    # works about such things
    _live("history-of-404", article("Page not found: a history", _REFUSAL + story("h404"))),
    _live("essay-404", article("404", story("e404", 200))),
    _live(
        "short-on-404",
        article(
            "What “page not found” means",
            _REFUSAL
            + "<p>It is an answer of a server, and has the number 404. We wrote to eleven archivists about theirs.</p>",
        ),
    ),
    _live(
        "on-paywalls",
        article(
            "Subscribe to continue reading: how papers ask",
            "<p>“Already a subscriber? Log in.” The sentence is as old as the meter.</p>" + story("pay"),
        ),
    ),
    _live(
        "on-captchas",
        article(
            "Verify you are human",
            "<p>A box that says “I am not a robot” is older than one thinks.</p>" + story("cap", 180),
        ),
    ),
    _live(
        "on-challenges",
        article(
            "Inside the challenge page",
            "<p>The page defines <code>window._cf_chl_opt</code> and waits.</p>" + story("chl"),
        ),
    ),
    _live(
        "on-cookies",
        article(
            "We value your privacy",
            "<p>“We and our partners use cookies”: nobody has read the list.</p>" + story("cook", 160),
        ),
    ),
    _live(
        "on-domains",
        article(
            "This domain is for sale",
            "<p>“Buy this domain”, says the page where a newspaper was.</p>" + story("dom", 230),
        ),
    ),
    _live(
        "short-on-domains",
        article(
            "Ferrybook.example sold",
            "<p>The domain name is for sale no longer: the county has bought it for its museum.</p>",
        ),
    ),
    _live(
        "on-databases",
        article(
            "Error establishing a database connection",
            "<p>What the words mean, and whom to ask.</p>" + story("db", 150),
        ),
    ),
    _live(
        "on-nginx",
        article("Welcome to nginx", "<p>How to take the default page away.</p>" + story("ngx", 200)),
    ),
    _live(
        "on-maintenance",
        article(
            "Closed for maintenance",
            "<p>Why the lock at Lowmarsh was shut for a year.</p>" + story("lock", 100),
        ),
    ),
    _live(
        "on-logins",
        site(
            "How to log in",
            f"<h1>How to log in to the catalogue</h1><p>Take your reader’s card, and type its number without the letter. The word is your year of birth until you change it. Who has lost the card asks at the desk; the desk is open until six. From outside the house the catalogue can be searched without a login.</p>{_CORNER}",
        ),
    ),
    _live(
        "withdrawn-paper",
        site(
            "Retracted: The ferry book",
            "<article><h1>Retracted: The ferry book</h1><p>Orla Tamm</p><p>This article has been withdrawn at the request of its author, since the ledger of 1811 proved to be a copy of 1850. The editors regret the error.</p></article>",
        ),
    ),
    _live(
        "recommendation",
        site(
            "Ferry Ontology Overview",
            f"<h1>Ferry Ontology Overview</h1><h2>Status of this document</h2><p>Section 4 has been removed. The page that it referred to no longer exists.</p>{story('onto', 400)}",
        ),
    ),
    _live(
        "repealed",
        site(
            "Section 12",
            "<h1>Section 12</h1><p>[Repealed.] This section was removed by the Ferries Act 1951, section 3.</p>",
        ),
    ),
    _live(
        "statistics-error",
        article(
            "Error", "<p>The error of a measurement is the difference from the true value.</p>", signed=False
        ),
    ),
    _live(
        "missing-page",
        article(
            "The missing page",
            "<p>Folio 9 of the book is missing. It was cut out before 1802, and has not been found.</p>",
        ),
    ),
    # names that other pages have
    _live("just-a-moment", article("Just a moment", story("moment", 90))),
    _live(
        "blocked",
        article(
            "Blocked",
            "<p>The gate is shut,</p><p>the river stands,</p><p>and in the lock the barges wait.</p>",
        ),
    ),
    _live("access-denied", article("Access denied", story("denied", 100))),
    _live("members-only", article("Members only", story("members", 110))),
    _live(
        "signing-in",
        site(
            "Signing in",
            f"<h1>Signing in</h1><p>Visitors of the mill signed in a book. Of its eleven volumes nine are kept in the county record office, and two were burnt in the fire of 1911. The first name is that of a pilot.</p>{_CORNER}",
        ),
    ),
    _live(
        "registration",
        site(
            "Anmeldung",
            "<h1>Anmeldung</h1><p>Die Tagung zur Geschichte der Fähren findet am 9. Mai statt. Die Teilnahme ist frei; wir bitten um Anmeldung bis zum 1. Mai per Brief an das Stadtarchiv. Vorträge dauern zwanzig Minuten, danach wird gesprochen. Kaffee gibt es um elf, Suppe um eins. Wer von weit her kommt, findet im Gasthof am Hafen ein Bett.</p>",
            lang="de",
        ),
    ),
    # addresses that other pages have
    _live("error-in-address", article("Tolerances"), "/errors/error-404-bars.html"),
    _live("not-found-in-address", article("Objects"), "/objects/not-found-in-situ/"),
    _live("login-in-address", article("Sheets of the sign-in desk"), "/archive/sign-in/1911.html"),
    _live("captcha-in-address", article("Letters"), "/captcha/history.html"),
    _live("parked-in-address", article("Wagons"), "/parked/wagons.html"),
    _live(
        "search-in-address",
        site("Search: ferry", f"<h1>41 results for “ferry”</h1>{story('results', 150)}"),
        "/search?q=ferry",
    ),
    # with something beside
    _live(
        "cookie-banner",
        article(
            "Tar",
            '<div id="cookie-banner"><p>We value your privacy. We and our 842 partners store cookies.</p><button>Accept all</button></div>'
            + story("tar"),
        ),
    ),
    _live("login-corner", article("Rope", story("rope", 250) + _CORNER)),
    _live(
        "short-login-corner", article("Pitch", "<p>Pitch was boiled on the strand until 1840.</p>" + _CORNER)
    ),
    _live(
        "newsletter", article("Oakum", story("oakum", 150) + "<p>Sign up to get our letters each Friday.</p>")
    ),
    _live("whole-but-not-free", article("The open toll", story("open", 600), head=_LD)),
    _live(
        "watching-script",
        article(
            "Keel",
            head='<script src="https://js.datadome.co/tags.js"></script><script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>',
        ),
    ),
    _live(
        "noscript", article("Mast", "<noscript><p>Please enable JavaScript.</p></noscript>" + story("mast"))
    ),
    _live(
        "broken-link-note",
        article(
            "Sail",
            story("sail", 120)
            + "<p>Note: the page that we linked to could not be found any more; a copy is in the archive.</p>",
        ),
    ),
    _live(
        "related-search",
        article("Anchor", story("anchor", 140) + "<h2>Related searches</h2><ul><li>anchors</li></ul>"),
    ),
    # redirects that are honest
    Case("moved", _WELL, moved("/letters/the-ferry-book/", 301), more={"/letters/the-ferry-book/": _BOOK}),
    Case("moved-twice", _WELL, moved("/a", 301), more={"/a": moved("/b", 308), "/b": _BOOK}),
    Case("slash", _WELL, moved("/ferry/", 301), path="/ferry", more={"/ferry/": _BOOK}),
    Case("front", _WELL, _FRONT, path="/"),
    Case("front-language", _WELL, moved("/en/"), path="/", more={"/en/": _FRONT}),
    Case("front-index", _WELL, moved("/", 301), path="/index.php", more={"/": _FRONT}),
    Case(
        "refresh",
        _WELL,
        Answer(
            html(
                "Moved",
                "<p>We have moved.</p>",
                head='<meta http-equiv="refresh" content="2; url=/new/book.html">',
            )
        ),
        more={"/new/book.html": _BOOK},
    ),
    Case("cookie-check", _WELL, moved(f"{PATH}?cookies=no"), more={f"{PATH}?cookies=no": _BOOK}),
    # a host that errs, but not with this page
    Case(
        "lost-others",
        _WELL,
        _BOOK,
        other=Answer(site("Page not found", "<h1>Page not found</h1><p>Sorry.</p>")),
    ),
    Case("front-for-others", _WELL, _BOOK, more={"/": _FRONT}, other=moved("/")),
    Case("login-for-others", _WELL, _BOOK, other=moved("/login")),
    Case("503-for-others", _WELL, _BOOK, other=Answer("", 503)),
    Case(
        "short-lost-others",
        _WELL,
        Answer(site("Notice", "<h1>Notice</h1><p>The mill is let.</p>")),
        other=Answer(site("Notice", "<h1>Notice</h1><p>There is no such notice.</p>")),
    ),
)
