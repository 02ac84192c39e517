"""Files known by their first bytes (MIME Sniffing, 6; the formats' own specifications)."""

from archiver.web.containers import ole_type, zip_type

_ZIP, _OLE = "application/zip", "application/x-ole-storage"
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\x00\x00\x01\x00", "image/x-icon"),
    (b"\x00\x00\x00\x0cjP  \r\n\x87\n", "image/jp2"),
    (b"\x00\x00\x00\x0cJXL \r\n\x87\n", "image/jxl"),
    (b"8BPS\x00\x01", "image/vnd.adobe.photoshop"),
    (b"AT&TFORM", "image/vnd.djvu"),
    (b"%!PS", "application/postscript"),
    (b"{\\rtf", "application/rtf"),
    (b"PK\x03\x04", _ZIP),
    (b"\x1f\x8b\x08", "application/gzip"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLE),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (b"\x89HDF\r\n\x1a\n", "application/x-hdf5"),
    (b"PAR1", "application/vnd.apache.parquet"),
    (b"WARC/1.", "application/warc"),
    (b"OggS", "application/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"fLaC", "audio/flac"),
    (b"MThd\x00\x00\x00\x06", "audio/midi"),
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"FLV\x01", "video/x-flv"),
    (b"wOFF", "font/woff"),
    (b"wOF2", "font/woff2"),
    (b"OTTO\x00", "font/otf"),
    (b"\x00\x01\x00\x00\x00", "font/ttf"),
)
# Too few letters to overrule what a server says of a text.
_WEAK = frozenset([b"BM", b"BZh", b"ID3", b"PAR1", b"FLV\x01", b"WARC/1."])
_BRANDS = {
    b"avif": "image/avif",
    b"avis": "image/avif",
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"mif1": "image/heif",
    b"M4A ": "audio/mp4",
    b"M4B ": "audio/mp4",
    b"qt  ": "video/quicktime",
    b"crx ": "image/x-canon-cr3",
}
_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}


def magic_type(body: bytes, declared: str) -> str | None:
    """What the first bytes show; None where they are nobody's. `declared` is what the server says, or nothing."""
    kind = _by_first_bytes(body, declared)
    is_told = declared.startswith("application/") and declared not in {"application/octet-stream", ""}
    if kind == _ZIP:
        # Many formats are archives that only their server names.
        return zip_type(body) or (declared if is_told else _ZIP)
    if kind == _OLE:
        return ole_type(body) or (declared if is_told else _OLE)
    if kind == "application/ogg" and declared.startswith(("audio/", "video/")):
        return declared
    if kind == "video/webm" and b"matroska" in body[:100]:
        return "video/matroska"
    return kind


def _by_first_bytes(body: bytes, declared: str) -> str | None:
    for mark, kind in _MAGIC:
        if body.startswith(mark) and (mark not in _WEAK or not declared.startswith("text/")):
            return kind
    if body[:4] == b"RIFF" and body[8:12] in _RIFF:
        return _RIFF[body[8:12]]
    if body[4:8] == b"ftyp":
        return _BRANDS.get(body[8:12], "video/mp4")
    if body[257:262] == b"ustar":
        return "application/x-tar"
    return "application/x-mobipocket-ebook" if body[60:68] == b"BOOKMOBI" else None
