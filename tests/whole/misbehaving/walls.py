"""Hosts that stand something before the page: a check for machines, consent, a login, a price."""

import json

from tests.whole.misbehaving.case import PATH, Answer, Case, article, html, moved, site, story

_PASSWORD = (
    '<form method="post"><input name="user"><input type="password" name="pw"><button>Go on</button></form>'
)


def _wall(
    name: str,
    title: str,
    body: str,
    status: int = 200,
    *,
    head: str = "",
    headers: tuple[tuple[str, str], ...] = (),
) -> Case:
    """A check at every address of the host."""
    told = Answer(html(title, body, head=head), status, headers)
    return Case(name, "bot-wall", told, more={"/": told}, other=told)


def _login(name: str, to: str, title: str = "Log in") -> Case:
    """A redirect to a login page."""
    page = Answer(site(title, f"<h1>{title}</h1>{_PASSWORD}"))
    return Case(name, "login-wall", moved(to), more={to.partition("?")[0]: page})


def _stub(name: str, last: str, *, head: str = "", lang: str = "en") -> Case:
    """Two paragraphs, and what the rest costs."""
    text = story(name, 70) + f"<p>{last}</p>"
    return Case(name, "paywall", Answer(article(f"Behind the counter: {name}", text, head=head, lang=lang)))


_NOT_FREE = json.dumps(
    {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "The toll",
        "isAccessibleForFree": False,
        "hasPart": {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".paid"},
    }
)
_LD = f'<script type="application/ld+json">{_NOT_FREE}</script>'
_CHECK = "<h1>towpath.example</h1><p>Verifying you are human. This may take a few seconds.</p>"

CASES = (
    _wall(
        "cloudflare-403",
        "Just a moment...",
        _CHECK,
        403,
        headers=(("cf-mitigated", "challenge"), ("Server", "cloudflare")),
    ),
    _wall(
        "cloudflare-503",
        "Just a moment...",
        "<h1>Checking your browser before accessing towpath.example.</h1>",
        503,
        headers=(("Server", "cloudflare"),),
    ),
    _wall(
        "cloudflare-200",
        "Just a moment...",
        _CHECK,
        head="<script>window._cf_chl_opt={cType:'managed'}</script>",
    ),
    _wall(
        "cloudflare-1020",
        "Access denied | towpath.example used Cloudflare to restrict access",
        "<h1>Error 1020</h1><h2>Access denied</h2>",
        403,
    ),
    _wall(
        "cloudflare-blocked",
        "Attention Required! | Cloudflare",
        "<h1>Sorry, you have been blocked</h1><p>You are unable to access towpath.example</p>",
        403,
    ),
    _wall(
        "datadome-403",
        "towpath.example",
        "<p>Please enable JS and disable any ad blocker</p><script src='https://ct.captcha-delivery.com/c.js'></script>",
        403,
        headers=(("X-DataDome", "protected"),),
    ),
    _wall(
        "datadome-200",
        "towpath.example",
        "<p>Please enable JS and disable any ad blocker</p><script>var dd={'rt':'c','host':'geo.captcha-delivery.com'}</script>",
    ),
    _wall(
        "perimeterx-403",
        "Access to this page has been denied",
        '<h1>Press &amp; Hold to confirm you are a human (and not a bot).</h1><div id="px-captcha"></div>',
        403,
    ),
    _wall(
        "perimeterx-200",
        "Towpath",
        '<p>Before we continue… Press &amp; Hold to confirm you are a human (and not a bot).</p><div id="px-captcha"></div>',
    ),
    _wall(
        "akamai-403",
        "Access Denied",
        '<h1>Access Denied</h1><p>You don\'t have permission to access "http://towpath.example/" on this server.</p><p>Reference #18.2f1b1002</p>',
        403,
    ),
    _wall(
        "akamai-200",
        "Access Denied",
        "<h1>Access Denied</h1><p>You don't have permission to access this on this server. Reference #18.2f1b1002</p>",
    ),
    _wall("incapsula", "", '<iframe src="/_Incapsula_Resource?SWUDNSAI=31&xinfo=1"></iframe>'),
    _wall("aws-captcha", "", "", 405, headers=(("x-amzn-waf-action", "captcha"),)),
    _wall(
        "aws-challenge",
        "",
        "<p>JavaScript is disabled. In order to continue, we need to verify that you're not a robot.</p>",
        202,
        headers=(("x-amzn-waf-action", "challenge"),),
    ),
    _wall(
        "anubis", "Making sure you're not a bot!", "<h1>Making sure you're not a bot!</h1><p>Loading...</p>"
    ),
    _wall(
        "sucuri",
        "Sucuri WebSite Firewall - Access Denied",
        "<h1>Access Denied - Sucuri Website Firewall</h1>",
        403,
    ),
    _wall(
        "wordfence",
        "Your access to this site has been limited",
        "<h1>Your access to this site has been limited by the site owner</h1>",
        503,
    ),
    _wall(
        "captcha",
        "One more step",
        "<h1>One more step</h1><p>Please complete the security check to access towpath.example</p><div class='g-recaptcha'></div>",
    ),
    _wall(
        "robot-check",
        "Robot Check",
        "<p>Enter the characters you see below. Sorry, we just need to make sure you're not a robot.</p>",
    ),
    _wall(
        "shape",
        "Pardon Our Interruption",
        "<h1>Pardon Our Interruption</h1><p>As you were browsing something about your browser made us think you were a bot.</p>",
    ),
    _wall(
        "f5",
        "Request Rejected",
        "<p>The requested URL was rejected. Please consult with your administrator. Your support ID is: 17</p>",
    ),
    _wall("too-many", "Too many requests", "<h1>Too many requests</h1>", 429),
    _wall("plain-403", "403 Forbidden", "<h1>403 Forbidden</h1><hr>nginx", 403),
    _wall("linkedin", "", "<script>location='/authwall'</script>", 999),
    _wall(
        "region",
        "Not available in your region",
        "<h1>This content is not available in your region</h1><p>We recognise you are attempting to access this website from a country where we cannot offer it.</p>",
    ),
    _wall(
        "consent-in-place",
        "Before you continue to The Towpath",
        "<h1>Before you continue</h1><p>We and our 742 partners use cookies and data to deliver and maintain our services.</p><button>Reject all</button><button>Accept all</button>",
    ),
    _wall(
        "consent-german",
        "Zustimmung | Der Treidelpfad",
        "<h1>Weiter mit Werbung lesen</h1><p>Besuchen Sie uns wie gewohnt mit Werbung und Tracking. Details zum Tracking finden Sie in der Datenschutzerklärung.</p><button>Akzeptieren und weiter</button>",
    ),
    _wall(
        "consent-french",
        "Le Chemin",
        "<h1>Vous avez le choix</h1><p>Nous et nos partenaires utilisons des cookies.</p><button>Accepter et fermer</button><button>Continuer sans accepter</button>",
    ),
    Case(
        "to-consent",
        "bot-wall",
        moved(f"/consent?return_to={PATH}"),
        more={
            "/consent": Answer(
                site(
                    "Your privacy",
                    "<h1>Your privacy</h1><p>Choose which cookies we may set.</p><button>Accept all</button>",
                )
            )
        },
    ),
    Case(
        "to-challenge",
        "bot-wall",
        moved(f"/captcha/?next={PATH}"),
        more={
            "/captcha/": Answer(html("Check", "<p>Type the letters.</p><img src='l.png'><input name='l'>"))
        },
    ),
    # logins
    _login("login-next", f"/login?next={PATH}"),
    _login("accounts-login", f"/accounts/login/?next={PATH}"),
    _login("signin", f"/signin?returnUrl={PATH}", "Sign in"),
    _login("wp-login", f"/wp-login.php?redirect_to={PATH}", "Log In"),
    _login("sso", f"/idp/profile/SAML2/Redirect/SSO?target={PATH}", "Institution"),
    _login("aspx", f"/Account/Login.aspx?ReturnUrl={PATH}", "Members"),
    _login("german-login", f"/anmelden?ziel={PATH}", "Anmelden"),
    _login("login-odd", f"/members/enter?back_to={PATH}", "Welcome back"),
    Case(
        "login-in-place",
        "login-wall",
        Answer(site("Log in", f"<h1>Log in</h1><p>Use the name that we gave you.</p>{_PASSWORD}")),
    ),
    Case(
        "login-german",
        "login-wall",
        Answer(site("Anmelden", f"<h1>Anmelden</h1><p>Bitte melden Sie sich an.</p>{_PASSWORD}", lang="de")),
    ),
    Case(
        "login-chatty",
        "login-wall",
        Answer(site("Welcome back", f"<h1>Welcome back, please sign in to continue</h1>{_PASSWORD}")),
    ),
    Case(
        "forum-login",
        "login-wall",
        Answer(site("Information", "<h1>Information</h1><p>You must be logged in to view this topic.</p>")),
    ),
    Case(
        "drupal",
        "login-wall|bot-wall",
        Answer(
            site("Access denied", "<h1>Access denied</h1><p>You are not authorized to access this page.</p>")
        ),
    ),
    Case("401", "login-wall", Answer("<h1>401</h1>", 401, (("WWW-Authenticate", 'Basic realm="x"'),))),
    Case(
        "403-login",
        "login-wall",
        Answer(site("Members", f"<h1>Members</h1><p>Please sign in.</p>{_PASSWORD}"), 403),
    ),
    # prices
    _stub("not-free", "Go on reading with a ticket.", head=_LD),
    _stub("subscribe", "Subscribe to continue reading. Already a subscriber? Log in."),
    _stub("members-only", "This post is for paying subscribers only."),
    _stub("trial", "To read the full story, start your free trial or sign in."),
    _stub("metered-out", "You have reached your limit of free articles this month."),
    _stub("german-plus", "Jetzt weiterlesen mit Plus. Sie sind bereits Abonnent? Anmelden.", lang="de"),
    _stub(
        "french-abonnes",
        "Cet article est réservé aux abonnés. Il vous reste 80 % de cet article à lire.",
        lang="fr",
    ),
    _stub("spanish-sub", "Contenido exclusivo para suscriptores. Suscríbete para seguir leyendo.", lang="es"),
    _stub("tier", "And so on.", head='<meta property="article:content_tier" content="locked">'),
    Case("402", "paywall", Answer(article("The toll", story("402", 60)), 402)),
)
