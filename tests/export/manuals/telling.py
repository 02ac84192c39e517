"""What the manuals and the guides of libraries print as examples, as works and as references.

Addresses are shortened, dates stand without "effective" and its like, which no item has, and names of authors that no reference shows
are filled in, as are initials in a list of twenty-one. Where a manual gives a form alone, a work of ours stands in it. Italics stand
between asterisks, small capitals between bars.
"""

import html as markup
import re

from archiver.models.item import CitedWork, Copy, Item, PartialDate, PublicCopy
from archiver.models.work import Name

_HERE = Copy(
    snapshot_id=1,
    date="2024-08-06T10:00:00Z",
    record_id="urn:uuid:1",
    sha256="ab12",
    warc="a.warc.gz",
)


def names(text):
    """Persons by `Family, Given, Suffix`, others in brackets; several with `;` between."""
    found = []
    for each in filter(None, (part.strip() for part in text.split(";"))):
        if each.startswith("["):
            found.append(Name(literal=each[1:-1]))
            continue
        family, given, suffix = [*(part.strip() or None for part in each.split(",")), None, None][:3]
        found.append(Name(family=family, given=given, suffix=suffix))
    return tuple(found)


def work(kind, title, author="", **told):
    """An item of a type; `public` is the address of a copy, its date, and whose it is."""
    public = told.pop("public", None)
    on_file = told.pop("on_file", False)
    for who in ("editor", "translator"):
        if who in told:
            told[who] = names(told[who])
    for when in ("issued", "accessed"):
        if when in told:
            told[when] = PartialDate.parse(told[when])
    copy = None
    if public or on_file:
        shown = PublicCopy(url=public[0], date=public[1], archive=public[2]) if public else None
        copy = Copy(
            snapshot_id=1,
            date=_HERE.date,
            record_id="urn:uuid:1",
            sha256="ab12",
            warc="a.warc.gz",
            public=shown,
        )
    made = CitedWork(type=kind, title=title, author=names(author), **told)
    return Item(id="s1", identity=made.URL or title, work=made, copy=copy)


def marked(text):
    """HTML of a reference as the tables write it."""
    said = re.sub(r"</?i>", "*", text)
    said = re.sub(r'<span style="font-variant: small-caps">(.*?)</span>', r"|\1|", said)
    return markup.unescape(re.sub(r"<[^>]+>", "", said))
