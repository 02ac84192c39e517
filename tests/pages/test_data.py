"""What pages tell machines of a work."""

import json
import re
from html import unescape
from urllib.parse import parse_qs, parse_qsl

import pytest

from archiver.models.item import CitedWork, Item, PartialDate
from archiver.models.work import Name
from archiver.pages.data import of_item

ADA = Name(family="Byron", given="Ada")
BOARD = Name(literal="The Salt Board")


def told(**work):
    """JSON-LD and COinS of a work, read back."""
    head, coins = of_item(Item(id="s1", identity="x", work=CitedWork(**work)), "https://archive.example/1")
    data = json.loads(re.fullmatch(r"<script[^>]*>(.*)</script>", head)[1])
    title = re.fullmatch(r'<span class="Z3988" title="([^"]*)"></span>', coins)[1]
    return data, parse_qs(unescape(title), strict_parsing=True)


def test_json_ld_has_the_work_and_where_it_is_archived():
    """Persons in their parts; a literal may be anybody."""
    data, _ = told(
        type="post-weblog",
        title="On Mills",
        author=(ADA, BOARD),
        container_title="The Ledger",
        issued=PartialDate(year=2019, month=9),
        URL="https://blog.example/mills",
        language="en",
    )

    assert data == {
        "@context": "https://schema.org",
        "@type": "BlogPosting",
        "name": "On Mills",
        "author": [
            {"@type": "Person", "name": "Ada Byron", "familyName": "Byron", "givenName": "Ada"},
            {"@type": "Thing", "name": "The Salt Board"},
        ],
        "datePublished": "2019-09",
        "url": "https://blog.example/mills",
        "isPartOf": {"@type": "Blog", "name": "The Ledger"},
        "inLanguage": "en",
        "archivedAt": "https://archive.example/1",
    }


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        # what Zotero takes for a blog post
        (
            {"type": "post-weblog", "title": "On Mills", "author": (ADA,), "container_title": "The Ledger", "URL": "https://b.example/"},
            {
                "rft_val_fmt": ["info:ofi/fmt:kev:mtx:dc"],
                "rft.type": ["blogPost"],
                "rft.title": ["On Mills"],
                "rft.creator": ["Byron, Ada"],
                "rft.source": ["The Ledger"],
                "rft.identifier": ["https://b.example/"],
                "rft_id": ["https://b.example/"],
            },
        ),
        (
            {"type": "article-journal", "title": "Rags", "author": (ADA, BOARD), "container_title": "Letters", "volume": "3", "DOI": "10.5555/1"},
            {
                "rft_val_fmt": ["info:ofi/fmt:kev:mtx:journal"],
                "rft.genre": ["article"],
                "rft.atitle": ["Rags"],
                "rft.jtitle": ["Letters"],
                "rft.volume": ["3"],
                "rft.aulast": ["Byron", "The Salt Board"],
                "rft.aufirst": ["Ada"],
                "rft.au": ["Byron, Ada"],
                "rft_id": ["info:doi/10.5555/1"],
            },
        ),
        (
            {"type": "chapter", "title": "Rags", "author": (BOARD,), "container_title": "Paper", "publisher": "Fathom"},
            {
                "rft_val_fmt": ["info:ofi/fmt:kev:mtx:book"],
                "rft.genre": ["bookitem"],
                "rft.atitle": ["Rags"],
                "rft.btitle": ["Paper"],
                "rft.publisher": ["Fathom"],
                "rft.aulast": ["The Salt Board"],
            },
        ),
        # a title that nobody knows: an item without one is none to Zotero
        (
            {"type": "graphic", "URL": "https://b.example/lamp.png"},
            {
                "rft_val_fmt": ["info:ofi/fmt:kev:mtx:dc"],
                "rft.type": ["artwork"],
                "rft.title": ["https://b.example/lamp.png"],
                "rft.identifier": ["https://b.example/lamp.png"],
                "rft_id": ["https://b.example/lamp.png"],
            },
        ),
    ],
)  # fmt: skip
def test_coins_say_what_kind_of_work_it_is(work, expected):
    """In the format of OpenURL that has the words for it."""
    _, coins = told(**work)

    assert coins == expected | {"ctx_ver": ["Z39.88-2004"], "rfr_id": ["info:sid/archiver"]}


def test_coins_keep_names_as_they_are_and_in_their_order():
    """Zotero turns what has a comma; it would split a body's name, and drop what follows a second comma."""
    names = (
        ADA,
        BOARD,
        Name(family="King", given="Martin", suffix="Jr."),
        Name(given="Cher"),
        Name(family="佐藤", given="健二"),
    )
    _, coins = of_item(Item(id="s1", identity="x", work=CitedWork(title="On Mills", author=names)), None)
    pairs = parse_qsl(unescape(re.fullmatch(r'<span class="Z3988" title="([^"]*)"></span>', coins)[1]))

    assert [
        ("rft.creator", "Byron, Ada"),
        ("rft.aulast", "The Salt Board"),
        ("rft.aulast", "King"),
        ("rft.aufirst", "Martin, Jr."),
        ("rft.aulast", "Cher"),
        ("rft.creator", "佐藤, 健二"),
    ] == [(name, value) for name, value in pairs if name.startswith(("rft.au", "rft.creator"))]


def test_a_strangers_title_ends_nothing():
    """Neither the script nor the attribute."""
    data, coins = told(title='</script>"><b>&', URL="https://a.example/")

    assert ('</script>"><b>&', ['</script>"><b>&']) == (data["name"], coins["rft.title"])
