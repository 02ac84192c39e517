"""COinS: the one description of a work (OpenURL) on its own page; of several, each is of something that it cites."""

from archiver.extract.coins import described
from archiver.extract.metadata.claims import Claims, Signature
from archiver.extract.metadata.sight import Sight


def read(sight: Sight) -> Claims:
    """The claims of the page's one description."""
    found = sight.outline.coins
    work = described(found[0].get("title") or "") if len(found) == 1 else None
    if work is None:
        return Claims()
    return Claims(
        title=work.title,
        authors=tuple(Signature(str(name), True if name.family else None) for name in work.author),
        issued=(work.issued,) if work.issued else (),
        container_title=work.container_title,
        publisher=work.publisher,
        doi=work.DOI,
        isbn=work.ISBN,
        type=work.type,
    )
