"""Works that are hard to write down: what each of them is hard for, and the work."""

from archiver.models.item import CitedWork, Copy, Item, PartialDate, PublicCopy
from archiver.models.work import Name

_PUBLIC = PublicCopy(
    url="https://web.archive.example/web/2019/https://a.example/?a=1&b=%7B2%7D#c_d~e",
    date="2019-05-02T00:00:00Z",
    archive="the Coast & Harbour Archive",
)
_ADA = (Name(family="Byron", given="Ada"),)
_WEB = "https://a.example/work"


def _day(year: int, month: int | None = None, day: int | None = None) -> PartialDate:
    return PartialDate(year=year, month=month, day=day)


def _titled(*titles: str) -> tuple[CitedWork, ...]:
    return tuple(CitedWork(title=title, author=_ADA, URL=_WEB, issued=_day(2019)) for title in titles)


def _by(*names: Name) -> CitedWork:
    return CitedWork(title="The Lamp", author=names, URL=_WEB, issued=_day(2019))


def _at(*urls: str) -> tuple[CitedWork, ...]:
    return tuple(CitedWork(title="The Lamp", author=_ADA, URL=url) for url in urls)


def _of(*days: PartialDate | None) -> tuple[CitedWork, ...]:
    return tuple(CitedWork(title="The Lamp", author=_ADA, URL=_WEB, issued=day) for day in days)


_WORKS = (
    # signs of TeX
    *_titled(
        "100 % of $5 & #1_a^b ~ \\LaTeX{} {braces}",
        "An unbalanced { brace",
        "Another } brace {",
        "x < y > z, and <div> with it",
        'He said "no" -- she said ``yes\'\' --- ?`why, !`so',
        "\\input{/etc/passwd} \\write18{ls}",
        "@article{key, title = {Trap}}",
        "a\\",
    ),
    # letters of other scripts, accents in one sign and in two, signs outside of the first plane
    *_titled(
        "Über Größe, œuvre, Łódź, ıstanbul, Ærø, þing",
        "Cafe\u0301 and caf\u00e9",
        "港の記録：灯台守の「帳面」",
        "등대지기의 공책",
        "دفتر حارس المنارة 1871",
        "מחברתו של שומר המגדלור, 1871",
        "\u200fשלום\u200f and \u202bعربي\u202c in \u2067one\u2069 line",
        "Lamps 🪔 and 👩‍👩‍👧 families 🏳️‍🌈",
        "𝔉raktur and 𠀀",
        "नमस्ते दुनिया",
        "می‌خواهم",
    ),
    # markup, blanks and lines, lengths
    *_titled(
        "The <i>Titanic</i> and H<sub>2</sub>O",
        "Fish &amp; Chips &lt;3",
        "Two\nlines\tand  blanks\u2028here",
        "  padded  ",
        "Keeper and Lamp AND Bell",
        "TY  - BOOK",
        "ER  - ",
        "Long " * 400 + "title",
        "12",
        "?",
    ),
    # names
    _by(Name(literal="Department of Lamps, Bells, and Whistles")),
    _by(Name(literal="Salt and Bell, Inc."), Name(literal="Keepers AND Sons")),
    _by(Name(family="van der Meer", given="Joost"), Name(family="de la Torre", given="Yuna")),
    _by(Name(family="Van Buren", given="Anna"), Name(family="O’Neill-d'Arcy", given="Éabha M.")),
    _by(Name(family="King", given="Martin Luther", suffix="Jr."), Name(family="Rook", given="B.", suffix="III")),
    _by(Name(family="Plato"), Name(given="Cher"), Name(literal="Voltaire")),
    _by(Name(family="佐藤", given="健二"), Name(family="김", given="민수"), Name(family="الحداد", given="سامر")),
    _by(Name(family="and", given="Other"), Name(family="Rand", given="Andy")),
    _by(Name(family="Müller-Lüdenscheidt", given="Jean-Paul"), Name(family="Øre", given="Åse")),
    _by(Name(literal="{Braced} \\Press % & Co")),
    _by(*(Name(family=f"Hand{sign}", given="Ida") for sign in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")),
    _by(),
    # addresses
    *_at(
        "https://a.example/100%25?q=a%20b&c=d_e#f~g",
        "https://a.example/Lamp_(oil",
        "https://a.example/[x]{y}|z^w`v\\u",
        "https://a.example/?q='quoted'&r=\"double\"",
        "https://a.example/港?q=ü",
        "https://user@a.example:8080/~keeper/;p=1,2!$*+",
        "http://xn--bcher-kva.example/%E6%B8%AF",
    ),
    # days of every precision, and none
    *_of(_day(2019, 2, 28), _day(2020, 2, 29), _day(2019, 12), _day(1066), _day(987), _day(1, 1, 1), None),
    # kinds, with all that belongs to them
    CitedWork(
        type="article-journal",
        title="Rags & Bones_1",
        author=_ADA,
        container_title="Annals of Salt & Light {B}",
        volume="12",
        issue="3-4",
        page="e12–e19",
        DOI="10.1002/(SICI)1097<1::AID-X>3.0.CO;2-#_%",
        issued=_day(1999, 3),
        URL=_WEB,
        language="de-AT",
    ),
    CitedWork(type="article-newspaper", title="Gale", container_title="The Ellery & Coast Packet", issued=_day(1871, 12, 7), page="3"),
    CitedWork(
        type="chapter",
        title="Of Wicks",
        author=_ADA,
        editor=(Name(family="Rook", given="B."), Name(literal="Board and Sons, Ltd.")),
        translator=(Name(family="Ek", given="Tom"),),
        container_title="Book of Lamps: A–Z",
        publisher="Fathom & Daughters",
        publisher_place="Port Ellery, N.Y.",
        page="101-8",
        edition="2",
        ISBN="978-0-306-40615-7",
        issued=_day(1964),
    ),
    CitedWork(type="report", title="Return", author=(Name(literal="Board"),), publisher="Salt and Bell", number="12/A_b", genre="White Paper", issued=_day(1884)),
    CitedWork(type="thesis", title="On Oil", author=_ADA, publisher="University of Lowmarsh", genre="PhD diss.", issued=_day(2001)),
    CitedWork(type="post-weblog", title="Today", author=_ADA, container_title="The {Tide} & Ledger", issued=_day(2019, 9, 30), accessed=_day(2020, 1, 2), URL=_WEB),
    # all that is known
    CitedWork(URL=_WEB),
    CitedWork(title="Alone"),
    CitedWork(),
)  # fmt: skip

# Every other one is backed: by a public copy, or by what is on file.
ITEMS = tuple(
    Item(
        id=f"s{at}",
        identity=f"{work.URL} {at}",
        work=work,
        copy=Copy(
            snapshot_id=at,
            date="2026-11-23T10:00:00Z",
            record_id=f"urn:uuid:{at}",
            sha256="ab" * 32,
            warc="a.warc.gz",
            public=_PUBLIC if at % 4 else None,
        )
        if at % 2
        else None,
    )
    for at, work in enumerate(_WORKS)
)
