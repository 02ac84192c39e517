"""Hosts that have no site: a server alone, an illness, a name for sale."""

from tests.whole.misbehaving.case import Answer, Case, html, moved

_BARE = "soft-404|parked"
_DOWN = "unreachable|soft-404"


def _bare(
    name: str, title: str, body: str, *, outcomes: str = _BARE, status: int = 200, head: str = ""
) -> Case:
    """A host that has nothing but this page."""
    told = Answer(html(title, body, head=head), status)
    return Case(name, outcomes, told, more={"/": told}, other=told)


CASES = (
    # hosts of many, without this one
    _bare(
        "pages-host",
        "Site not found",
        "<h1>404</h1><p><strong>There isn't a Pages site here.</strong></p>",
        status=404,
        outcomes="gone",
    ),
    _bare("no-app", "No such app", "<h1>There's nothing here, yet.</h1>", status=404, outcomes="gone"),
    _bare(
        "shop-closed",
        "Shop unavailable",
        "<h1>Sorry, this shop is currently unavailable.</h1>",
        status=402,
        outcomes="gone|soft-404|unreachable",
    ),
    # a server, but no site
    _bare("it-works", "", "<h1>It works!</h1>"),
    _bare(
        "apache",
        "Apache2 Debian Default Page: It works",
        "<h1>Apache2 Debian Default Page</h1><p>This is the default welcome page used to test the correct operation of the server after installation.</p>",
    ),
    _bare(
        "nginx",
        "Welcome to nginx!",
        "<h1>Welcome to nginx!</h1><p>If you see this page, the web server is successfully installed and working. Further configuration is required.</p>",
    ),
    _bare("iis", "IIS Windows Server", '<a href="/iis"><img src="iisstart.png" alt="IIS"></a>'),
    _bare(
        "test-page",
        "Test Page for the HTTP Server on Rocky Linux",
        "<h1>HTTP Server Test Page</h1><p>This page is used to test the proper operation of an HTTP server after it has been installed.</p>",
    ),
    _bare(
        "suspended",
        "Account Suspended",
        "<h1>Account Suspended</h1><p>This account has been suspended. Contact your hosting provider for more information.</p>",
    ),
    _bare(
        "site-not-published",
        "Website not published",
        "<h1>This site isn’t published yet</h1><p>If you are its owner, log in to publish it.</p>",
    ),
    _bare(
        "website-expired",
        "Website Expired",
        "<h1>Website Expired</h1><p>This account has expired. If you are the site owner, click below to log in.</p>",
    ),
    _bare("coming-soon", "Coming soon", "<h1>Coming soon</h1><p>A new website is being built here.</p>"),
    _bare(
        "construction",
        "Under construction",
        "<h1>This site is under construction</h1><p>Please check back later.</p>",
    ),
    _bare("empty-index", "Index of /", "<h1>Index of /</h1><pre>Name Last modified Size</pre>"),
    # ill, and says so with status 200
    _bare("database", "Database Error", "<h1>Error establishing a database connection</h1>", outcomes=_DOWN),
    _bare(
        "fatal",
        "",
        "<b>Fatal error</b>: Uncaught Error: Call to undefined function mysql_connect() in /var/www/index.php:12",
        outcomes=_DOWN,
    ),
    _bare(
        "maintenance",
        "Maintenance",
        "<h1>We’ll be back soon!</h1><p>We are performing scheduled maintenance. Please try again later.</p>",
        outcomes=_DOWN,
    ),
    # names for sale
    _bare(
        "sale",
        "ferrybook.example",
        "<h1>ferrybook.example</h1><p>This domain is for sale! Make an offer.</p>",
        outcomes="parked",
    ),
    _bare(
        "buy",
        "ferrybook.example - This website is for sale! - ferry book Resources",
        "<p>Buy this domain.</p><ul><li>Ferries</li><li>Books</li></ul>",
        outcomes="parked",
    ),
    _bare(
        "may-be-sale",
        "ferrybook.example",
        "<p>The domain ferrybook.example may be for sale by its owner.</p><h2>Related Searches</h2><ul><li>Ferry tickets</li><li>Cheap books</li></ul>",
        outcomes="parked",
    ),
    _bare(
        "premium",
        "The domain name ferrybook.example is for sale",
        "<h1>The domain name ferrybook.example is for sale</h1><p>Get this domain. Buy now for $2,395 or lease to own.</p>",
        outcomes="parked",
    ),
    _bare(
        "related-only",
        "ferrybook.example",
        '<h1>ferrybook.example</h1><h2>Related Links</h2><ul><li><a href="/?q=1">Ferries</a></li></ul><script src="//d1.parkingcrew.net/js"></script>',
        outcomes="parked",
    ),
    _bare(
        "lander",
        "",
        "",
        head='<script>window.onload=function(){window.location.href="/lander"}</script>',
        outcomes="parked",
    ),
    _bare(
        "frame",
        "ferrybook.example",
        "",
        head='</head><frameset rows="100%,*"><frame src="http://www.sedoparking.com/ferrybook.example"></frameset>',
        outcomes="parked",
    ),
    _bare(
        "expired",
        "Domain expired",
        "<h1>This domain has expired</h1><p>If you are the owner, renew it with your registrar.</p>",
        outcomes="parked",
    ),
    _bare(
        "expired-name",
        "ferrybook.example",
        "<p>ferrybook.example expired on 12 May 2020 and is pending renewal or deletion.</p>",
        outcomes="parked",
    ),
    _bare(
        "courtesy",
        "ferrybook.example is parked",
        "<h1>This Web page is parked for FREE, courtesy of Names &amp; More.</h1>",
        outcomes="parked",
    ),
    _bare(
        "registered-at",
        "Registered at Names and More",
        "<h1>This domain was recently registered at Names and More.</h1><p>Please check back later!</p>",
        outcomes="parked",
    ),
    _bare(
        "future-home",
        "Welcome",
        "<h1>Future home of something quite cool.</h1><p>If you’re the site owner, log in to launch this site.</p>",
        outcomes=_BARE,
    ),
    _bare("sale-german", "ferrybook.example", "<p>Diese Domain steht zum Verkauf!</p>", outcomes="parked"),
    _bare(
        "sale-german-2",
        "ferrybook.example kaufen",
        "<p>Die Domain ferrybook.example können Sie kaufen. Jetzt anfragen.</p>",
        outcomes="parked",
    ),
    _bare(
        "sale-french",
        "ferrybook.example",
        "<p>Le nom de domaine ferrybook.example est à vendre.</p>",
        outcomes="parked",
    ),
    _bare("sale-spanish", "ferrybook.example", "<p>Este dominio está en venta.</p>", outcomes="parked"),
    _bare(
        "sale-russian", "ferrybook.example", "<p>Домен ferrybook.example продаётся.</p>", outcomes="parked"
    ),
    _bare("sale-chinese", "ferrybook.example", "<p>此域名出售，欢迎联系。</p>", outcomes="parked"),
    _bare("sale-japanese", "ferrybook.example", "<p>このドメインは販売中です。</p>", outcomes="parked"),
    Case(
        "to-lander",
        "parked",
        moved("/lander"),
        more={
            "/lander": Answer(
                html("ferrybook.example", "<p>Is this your domain? Get it back. Buy this domain.</p>")
            )
        },
        other=moved("/lander"),
    ),
)
