"""Words that were broken at the end of a line, made whole."""

import re

# PDFium writes U+0002 or U+FFFE for a hyphen that ends a line, and leaves the line break out.
_BROKEN = re.compile("([\\w-]{1,60}?\\w)(?:[\u0002\ufffe]|[\u00ad\u2010-](?:\r\n?|\n))[ \t]{0,20}(\\w+)")
_COMPOUND = re.compile(r"\w+-\w+")


def joined(text: str) -> str:
    r"""The text with broken words joined. The hyphen stays where it belongs to the word.

    >>> joined("a care-\nful, well-\nknown and well-known state-of-the-\nart, Anglo-\nSaxon ledger")
    'a careful, well-known and well-known state-of-the-art, Anglo-Saxon ledger'
    """
    compounds = {word.casefold() for word in _COMPOUND.findall(text)}

    def whole(match: re.Match[str]) -> str:
        left, right = match[1], match[2]
        # As the author writes it elsewhere; in a chain of hyphens; before a name or a number.
        is_compound = (
            f"{left}-{right}".casefold() in compounds
            or "-" in left
            or not right[0].islower()
            or left[-1].isdigit()
        )
        return f"{left}-{right}" if is_compound else left + right

    return _BROKEN.sub(whole, text)
