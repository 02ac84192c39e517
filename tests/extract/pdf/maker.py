"""Small PDFs made by hand, so that a test states where words stand and nothing else."""

import zlib
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595, 842
IMAGE = "q 595 0 0 842 0 0 cm /Im1 Do Q"  # over the whole page
FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "Courier"}


@dataclass(kw_only=True)
class Made:
    """A PDF in the making: its pages' contents, and what it says of itself."""

    pages: list[str] = field(default_factory=list)
    info: dict[str, str] = field(default_factory=dict)
    catalogue: str = ""  # more of it
    page: str = ""  # more of each page
    xmp: str = ""
    packed: bool = False  # whether the XMP is compressed

    def bytes(self) -> bytes:
        """Write it, without a table of its objects: readers must find them all the same."""
        kids = range(10, 10 + 2 * len(self.pages), 2)
        fonts = " ".join(f"/{key} {4 + at} 0 R" for at, key in enumerate(FONTS))
        objects = {
            1: f"<< /Type /Catalog /Pages 2 0 R {'/Metadata 9 0 R ' if self.xmp else ''}{self.catalogue} >>".encode(),
            2: f"<< /Type /Pages /Count {len(self.pages)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>".encode(),
            3: b"<< "
            + b" ".join(b"/%s (%s)" % (key.encode(), _text(said)) for key, said in self.info.items())
            + b" >>",
            7: _stream(
                b"\x80",
                "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
            ),
        }
        for at, font in enumerate(FONTS.values()):
            objects[4 + at] = (
                f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding >>".encode()
            )
        if self.xmp:
            packet = self.xmp.encode()
            said = "/Type /Metadata /Subtype /XML" + " /Filter /FlateDecode" * self.packed
            objects[9] = _stream(zlib.compress(packet) if self.packed else packet, said)
        for kid, content in zip(kids, self.pages, strict=True):
            objects[kid] = (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {kid + 1} 0 R "
                f"/Resources << /Font << {fonts} >> /XObject << /Im1 7 0 R >> >> {self.page} >>"
            ).encode()
            objects[kid + 1] = _stream(content.encode("cp1252"), "")
        body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, made) for number, made in objects.items())
        return b"%PDF-1.5\n" + body + b"trailer\n<< /Root 1 0 R /Info 3 0 R /Size 999 >>\n%%EOF\n"


def _stream(body: bytes, said: str) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (said.encode(), len(body), body)


def _text(said: str) -> bytes:
    return b"\xfe\xff" + said.encode("utf-16-be") if not said.isascii() else said.encode()


def words(text: str, x: float, y: float, size: float = 11, font: str = "F1") -> str:
    """Draw words at a place."""
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf {x} {y} Td ({escaped}) Tj ET"


def column(lines: list[str], x: float, top: float, size: float = 11, lead: float = 14) -> str:
    """Draw lines one below the other."""
    return "\n".join(words(line, x, top - at * lead, size) for at, line in enumerate(lines) if line)


def article(*pages: list[str]) -> Made:
    """Make a PDF of one column, a page for each list of lines."""
    return Made(pages=[column(lines, 60, 760) for lines in pages])
