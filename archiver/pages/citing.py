"""References as pages carry them: a file that is already there when it is asked for."""

from urllib.parse import quote

from archiver.models.cite_box import CiteFile


def data_url(file: CiteFile) -> str:
    """A file as an address (RFC 2397): a browser saves it without asking anybody, from a disk, too.

    >>> data_url(CiteFile(name="ris", label="RIS", file="p1.ris", media_type="a/b", text="TY  - é"))
    'data:a/b;charset=utf-8,TY%20%20-%20%C3%A9'
    """
    return f"data:{file.media_type};charset=utf-8,{quote(file.text)}"
