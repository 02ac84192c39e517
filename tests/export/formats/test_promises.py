"""What holds of a reference whatever the work: its marks, its quotation marks, its address, its days."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.export.registry import all_formats
from archiver.export.wording.runs import Markup
from archiver.models.item import CitedWork, Copy, Item, PartialDate, PublicCopy
from archiver.models.work import Name

WORDS = st.lists(
    st.sampled_from(
        "The Bell of Harbour “Old” ‘New’ «Tief» and Law, U.S. Lamps: Who? Ahoy! “Why?” Keepers’ St. 12 (Again) Salt; émigré 盐税 قانون".split()
    ),
    min_size=1,
    max_size=6,
).map(" ".join)
TITLES = st.one_of(
    st.none(),
    st.builds(
        "{} Lamp{}".format,
        WORDS,
        st.sampled_from(["", "?", "!", ".", "…", "?!", "”", "’", ",", ";", " U.S.", " “Why?”", " ‘New’"]),
    ),
)
NAMES = st.lists(
    st.one_of(
        st.builds(
            Name,
            family=st.sampled_from(["Vane", "van der Meer", "O’Dowd", "al-Tahtawi", "佐藤", "King"]),
            given=st.sampled_from([None, "Mara", "J. P.", "Jean-Luc", "健二"]),
            suffix=st.sampled_from([None, "Jr.", "III"]),
        ),
        st.sampled_from(
            ["Salt & Bell, Inc.", "U.S. Department of Labor", "@keeper", "Mara Vane (@mara)", "Ovid"]
        ).map(lambda literal: Name(literal=literal)),
    ),
    max_size=9,
).map(tuple)
DAYS = st.one_of(
    st.none(),
    st.sampled_from(["2019", "2019-09", "2019-09-02", "2019-10-27T00:30:00+02:00"]).map(PartialDate.parse),
)
SITES = st.one_of(
    st.none(),
    st.sampled_from(["The Tide Ledger", "Harbour Blog", "Ask!", "Salt Co.", "盐务", "Law and Tide Review"]),
)
URL = "https://a.example/2019/Lamp_(oil)/?q=a,b;c&d=e.f"
MEMENTO = f"https://web.archive.example/web/20190912080000/{URL}"
COPIES = st.one_of(
    st.none(),
    st.builds(
        Copy,
        snapshot_id=st.just(1),
        date=st.just("2026-11-23T10:00:00Z"),
        record_id=st.just("urn:uuid:1"),
        sha256=st.just("ab" * 32),
        warc=st.just("a.warc.gz"),
        public=st.one_of(
            st.none(),
            st.builds(
                PublicCopy,
                url=st.just(MEMENTO),
                date=st.just("2019-09-12T08:00:00Z"),
                archive=st.sampled_from([None, "the Internet Archive"]),
            ),
        ),
    ),
)
KINDS = "webpage post-weblog post article-newspaper article-magazine article-journal report book chapter thesis motion_picture entry-encyclopedia".split()
ITEMS = st.builds(
    Item,
    id=st.just("s1"),
    identity=st.just("1"),
    work=st.builds(
        CitedWork,
        type=st.sampled_from(KINDS),
        title=TITLES,
        author=NAMES,
        editor=st.one_of(st.just(()), NAMES),
        container_title=SITES,
        publisher=st.one_of(
            st.none(), st.sampled_from(["Salt Press", "Fathom, Inc.", "Ledger University Press"])
        ),
        volume=st.sampled_from([None, "12"]),
        issue=st.sampled_from([None, "3"]),
        page=st.sampled_from([None, "7", "101-108"]),
        number=st.sampled_from([None, "12", "S/1588"]),
        issued=DAYS,
        accessed=DAYS,
        URL=st.sampled_from([None, URL]),
        DOI=st.sampled_from([None, "10.5555/ps.(2011).0007"]),
    ),
    copy=COPIES,
)
PROSE = sorted(name for name, style in all_formats().items() if style.is_prose)
# Marks that never meet, and brackets with nothing in them.
WRONG = re.compile(
    r"(?<!\.)(?<! )\.\.(?!\.)|,,|,\.|\.,(?=\.)|;[,.]|[?!]\.(?!\w)|\(\)|\[\]|\(,|\( |\s[,.;](?!\s\.)|\s\s|\bNone\b|“”|‘’"
)


def said(name, item):
    """A reference without its addresses, in which any mark may stand."""
    text = all_formats()[name].one(item, Markup.HTML)
    return re.sub(r"<[^>]+>", "", re.sub(r"<a [^>]*>[^<]*</a>", "ADDRESS", text)).replace("&amp;", "&")


@pytest.mark.parametrize("name", PROSE)
@given(item=ITEMS)
def test_marks_do_not_meet(name, item):
    """No two stops or commas, no empty brackets, no blanks before a mark, nothing that is not known."""
    text = said(name, item)

    assert [] == [text[max(0, found.start() - 20) : found.end() + 20] for found in WRONG.finditer(text)]


@pytest.mark.parametrize("name", PROSE)
@given(item=ITEMS)
def test_quotation_marks_are_in_pairs(name, item):
    """As many open as close, if they do in the title; double ones stand in no double ones."""
    title = item.work.title or ""
    is_even = title.count("“") == title.count("”") and "’" not in title.replace("‘New’", "").replace(
        "Keepers’", ""
    )
    text = said(name, item)
    depth = 0
    for sign in text if is_even and name.startswith(("chicago", "mla")) else "":
        depth += (sign == "“") - (sign == "”")
        assert depth in {0, 1}

    assert depth == 0


@pytest.mark.parametrize("name", PROSE)
@given(item=ITEMS)
def test_addresses_are_whole(name, item):
    """Each to its last sign; MLA's alone lacks the scheme, which its link has."""
    links = re.findall(r'<a href="([^"]*)">', all_formats()[name].one(item, Markup.HTML))
    told = [link.replace("&amp;", "&") for link in links]

    assert [] == [link for link in told if link not in {URL, MEMENTO, f"https://doi.org/{item.work.DOI}"}]
    assert item.copy is None or item.copy.public is None or name == "chicago-short" or MEMENTO in told


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (
            "2019",
            {
                "apa": "(2019)",
                "mla": "2019",
                "bluebook": "(2019)",
                "chicago": "2019",
                "chicago-bibliography": "2019",
            },
        ),
        (
            "2019-09",
            {
                "apa": "(2019, September)",
                "mla": "Sept. 2019",
                "bluebook": "(Sept. 2019)",
                "chicago": "September 2019",
                "chicago-bibliography": "September 2019",
            },
        ),
        # the author's day, an hour before his clocks go back
        (
            "2019-10-27T00:30:00+02:00",
            {
                "apa": "(2019, October 27)",
                "mla": "27 Oct. 2019",
                "bluebook": "(Oct. 27, 2019, 12:30 AM)",
                "chicago": "October 27, 2019",
                "chicago-bibliography": "October 27, 2019",
            },
        ),
    ],
)
def test_day_is_as_precise_as_it_is_known(day, expected):
    """And that of the zone in which it was written."""
    item = Item(
        id="s1",
        identity="1",
        work=CitedWork(
            type="post-weblog",
            title="The Bell",
            author=(Name(family="Vane", given="Mara"),),
            container_title="Harbour Blog",
            issued=PartialDate.parse(day),
            URL=URL,
        ),
    )
    around = {
        "apa": "Vane, M. {}. The bell",
        "mla": "Harbour Blog, {}, ",
        "bluebook": "Harbour Blog {}, ",
        "chicago": "Harbour Blog, {}, ",
        "chicago-bibliography": "Harbour Blog, {}. ",
    }

    assert [] == [
        name
        for name, said_day in expected.items()
        if around[name].format(said_day).casefold() not in all_formats()[name].one(item).casefold()
    ]
