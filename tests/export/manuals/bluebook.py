"""Bluebook, 22nd edition (2025), as law libraries quote it."""

from tests.export.manuals.telling import work
from tests.export.manuals.works import KWON, NICKS, OVID, SATO, YU

# Rules 15 to 18; lawlib.lclark.edu, library.onu.edu, libraryguides.law.uic.edu, citeblog.access-to-law.com quote the examples.
BLUEBOOK = [
    # 18.2.1(d): an address that lasts
    (
        work(
            "article-magazine",
            "The Law as Justice Gorsuch Sees It",
            "Rose, Rebecca J.",
            container_title="The Atlantic",
            issued="2024-08-05",
            URL="https://www.theatlantic.com/ideas/archive/2024/08/679342/",
            public=("https://perma.cc/PT32-56LR", "2024-08-06T10:00:00Z", "Perma.cc"),
        ),
        (
            "Rebecca J. Rose, *The Law as Justice Gorsuch Sees It*, |Atlantic| (Aug. 5, 2024), "
            "https://www.theatlantic.com/ideas/archive/2024/08/679342/ [https://perma.cc/PT32-56LR]."
        ),
    ),
    # 18.2.1(d): what is on file; two authors; T10
    (
        work(
            "article-newspaper",
            "Airlines and Passengers Still Struggling, a Day After Global Outage",
            "Chung, Christine; Norman, Derek M.",
            container_title="The New York Times",
            issued="2024-07-20",
            URL="https://www.nytimes.com/2024/07/20/travel/outage.html",
            on_file=True,
        ),
        (
            "Christine Chung & Derek M. Norman, *Airlines and Passengers Still Struggling, a Day After Global Outage*, |N.Y. Times| "
            "(July 20, 2024), https://www.nytimes.com/2024/07/20/travel/outage.html (on file with author, captured Aug. 6, 2024, "
            "urn:uuid:1, SHA-256 ab12)."
        ),
    ),
    # 18.2.2: a blog; T6
    (
        work(
            "post-weblog",
            "When Should Search Engines Ignore Court Orders To Remove Search Results?",
            "Goldman, Eric",
            container_title="Technology & Marketing Law Blog",
            issued="2013-09-04",
            URL="http://blog.ericgoldman.org/archives/2013/09/when_should_sea.htm",
            public=("https://perma.cc/U2AN-2TXE", "2024-08-06T10:00:00Z", "Perma.cc"),
        ),
        (
            "Eric Goldman, *When Should Search Engines Ignore Court Orders To Remove Search Results?*, |Tech. & Mktg. L. Blog| "
            "(Sept. 4, 2013), http://blog.ericgoldman.org/archives/2013/09/when_should_sea.htm [https://perma.cc/U2AN-2TXE]."
        ),
    ),
    # 18.2.2(c): the time of what is posted several times a day
    (
        work(
            "post-weblog",
            "How to Change Someone’s Mind",
            "Yuko, Elizabeth",
            container_title="Lifehacker",
            issued="2020-08-06T14:00:00-04:00",
            URL="https://lifehacker.com/how-to-change-someones-mind-1844634727",
        ),
        (
            "Elizabeth Yuko, *How to Change Someone’s Mind*, |Lifehacker| (Aug. 6, 2020, 2:00 PM), "
            "https://lifehacker.com/how-to-change-someones-mind-1844634727."
        ),
    ),
    # 18.2.2(c): when what has no date was looked at; T6 in the names of bodies
    (
        work(
            "webpage",
            "H-2A Temporary Agricultural Program",
            publisher="U.S. Department of Labor",
            accessed="2021-10-05",
            URL="https://www.dol.gov/agencies/eta/foreign-labor/programs/h-2a",
        ),
        (
            "*H-2A Temporary Agricultural Program*, |U.S. Dep’t of Lab.|, https://www.dol.gov/agencies/eta/foreign-labor/programs/h-2a "
            "(last visited Oct. 5, 2021)."
        ),
    ),
    # 16.4, T6 and T13: journals by volumes
    (
        KWON,
        (
            "Hyeyoung Kwon, *Inclusion Work: Children of Immigrants Claiming Membership in Everyday Life*, 127 |Am. J. Socio.| 1818 (2022), "
            "https://doi.org/10.1086/720277."
        ),
    ),
    *(
        (
            work(
                "article-journal",
                "A Title",
                "Doe, Ann",
                container_title=name,
                volume="50",
                page="1-20",
                issued="1999",
            ),
            f"Ann Doe, *A Title*, 50 |{short}| 1 (1999).",
        )
        for name, short in [
            ("Harvard Law Review", "Harv. L. Rev."),
            ("The Yale Law Journal", "Yale L.J."),
            ("Stanford Law Review", "Stan. L. Rev."),
            ("Columbia Law Review", "Colum. L. Rev."),
            ("University of Pennsylvania Law Review", "U. Pa. L. Rev."),
            ("University of Chicago Law Review", "U. Chi. L. Rev."),
            ("Journal of Law, Economics, & Organization", "J.L. Econ. & Org."),
            ("Fordham Law Review", "Fordham L. Rev."),
            ("University of California, Davis Law Review", "U.C. Davis L. Rev."),
            ("Law and Contemporary Problems", "Law & Contemp. Probs."),
            ("New England Journal of Medicine", "New Eng. J. Med."),
            ("Ohio State Law Journal", "Ohio St. L.J."),
            ("New York University Law Review", "N.Y.U. L. Rev."),
            ("Michigan Law Review", "Mich. L. Rev."),
            ("Harvard Civil Rights-Civil Liberties Law Review", "Harv. C.R.-C.L. L. Rev."),
            # one word is not shortened
            ("Science", "Science"),
        ]
    ),
    # 16.6, T10: newspapers
    *(
        (
            work(
                "article-newspaper",
                "A Title",
                "Doe, Ann",
                container_title=name,
                issued="2019-09-02",
                URL="https://a.example/1",
            ),
            f"Ann Doe, *A Title*, |{short}| (Sept. 2, 2019), https://a.example/1.",
        )
        for name, short in [
            ("The Washington Post", "Wash. Post"),
            ("Los Angeles Times", "L.A. Times"),
            ("The Wall Street Journal", "Wall St. J."),
            ("Chicago Tribune", "Chi. Trib."),
            ("The Guardian", "Guardian"),
            # a name in another tongue is left as it is
            ("Die Zeit", "Die Zeit"),
        ]
    ),
    # 15.1: authors of a book in small capitals
    (YU, "|Charles Yu|, |Interior Chinatown| (2020)."),
    # 15.1(b): more than two authors
    (
        work("book", "The Law of Lamps", "Vane, Mara; Ek, Tor; Byron, Ada", edition="3", issued="1994"),
        "|Mara Vane et al.|, |The Law of Lamps| (3d ed. 1994).",
    ),
    # 15.1(d): a body as author
    (
        work(
            "report",
            "World Report",
            "[World Health Organization]",
            issued="2020",
            URL="https://www.who.int/report.pdf",
        ),
        "|World Health Org.|, |World Report| (2020), https://www.who.int/report.pdf.",
    ),
    # 18.2.2(a): under the name that the author goes by
    (
        work(
            "post",
            "Humbled",
            "[@BarackObama]",
            container_title="Twitter",
            issued="2009-10-09",
            URL="https://twitter.com/1",
        ),
        "@BarackObama, *Humbled*, |Twitter| (Oct. 9, 2009), https://twitter.com/1.",
    ),
    # 15.3: a translator
    (OVID, "|Ovid|, |Metamorphoses| (Charles Martin trans., 2004)."),
    (SATO, "佐藤健二, *港の記録*, |浜の記| (Mar. 1, 1967), https://hama.example/1."),
    (NICKS, "*Stevie Nicks*, |Wikipedia| (Dec. 19, 2023), https://en.wikipedia.org/wiki/Stevie_Nicks."),
    # 15.1(d): a body and the one above it
    (
        work(
            "report",
            "Keepers and Law",
            "[U.S. Department of Justice, Office of the Inspector General]",
            issued="2024-03",
        ),
        "|U.S. Dep’t of Just., Off. of the Inspector Gen.|, |Keepers and Law| (Mar. 2024).",
    ),
]
