"""The public web archives that are asked for lost sources, in the order in which they are preferred.

All answer machines without an account, say when a capture was made (Memento-Datetime), and give its bytes as they came
(`id_`). The Time Travel service of Los Alamos, which asked them all at once, ended in September 2025. archive.today and
Perma.cc give no bytes as they came, and are not among them. What each lets one ask for is a matter of its manners: the
Internet Archive allows its index 24 questions a minute, Arquivo.pt 250.
"""

from archiver.models.memento import Archive, ListKind

ARCHIVES = (
    Archive(
        name="the Internet Archive",
        kind=ListKind.WAYBACK,
        # The index has captures of errors and redirects in plenty: they would crowd out the pages.
        list=(
            "https://web.archive.org/cdx/search/cdx?output=json&fl=timestamp,original,mimetype,statuscode,digest"
            "&filter=!statuscode:%5B345%5D..&sort=closest&closest={timestamp}&limit=200&url={url}"
        ),
        raw="https://web.archive.org/web/{timestamp}id_/{url}",
    ),
    Archive(
        name="Archive-It",
        kind=ListKind.LINK,
        list="https://wayback.archive-it.org/all/timemap/link/{url}",
        raw="https://wayback.archive-it.org/all/{timestamp}id_/{url}",
    ),
    Archive(
        name="Arquivo.pt",
        kind=ListKind.CDXJ,
        list="https://arquivo.pt/wayback/cdx?output=json&sort=closest&closest={timestamp}&limit=200&url={url}",
        raw="https://arquivo.pt/noFrame/replay/{timestamp}id_/{url}",
    ),
    Archive(
        name="the UK Web Archive",
        kind=ListKind.LINK,
        list="https://www.webarchive.org.uk/wayback/archive/timemap/link/{url}",
        raw="https://www.webarchive.org.uk/wayback/archive/{timestamp}id_/{url}",
    ),
    Archive(
        name="the Library of Congress",
        kind=ListKind.LINK,
        list="https://webarchive.loc.gov/all/timemap/link/{url}",
        raw="https://webarchive.loc.gov/all/{timestamp}id_/{url}",
    ),
    Archive(
        name="the Australian Web Archive",
        kind=ListKind.LINK,
        list="https://web.archive.org.au/awa/timemap/link/{url}",
        raw="https://web.archive.org.au/awa/{timestamp}id_/{url}",
    ),
    Archive(
        name="the Icelandic Web Archive",
        kind=ListKind.LINK,
        list="https://wayback.vefsafn.is/wayback/timemap/link/{url}",
        raw="https://wayback.vefsafn.is/wayback/{timestamp}id_/{url}",
    ),
)
