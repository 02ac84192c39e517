"""Running text of any length, the same every time."""

from itertools import cycle, islice

_WORDS = (
    "the keeper of the upper ferry wrote down every crossing in a book with a green spine and nobody asked him why "
    "he did so until the river board sent for it in the dry summer when the boats lay on the sand and the carters "
    "went over the stones on foot with apples salt letters and once a clock that struck all the way to the far bank"
).split()


# Helvetica's, of a thousandth of its size (Adobe's metrics), so that lines end where a program would end them.
_WIDTHS = {
    **dict.fromkeys("abdeghnopqu", 556),
    **dict.fromkeys("cksvxyz", 500),
    **dict.fromkeys("ft .", 278),
    **dict.fromkeys("ijl", 222),
    "r": 333,
    "m": 833,
    "w": 722,
}
_LETTER = 490  # on the average


def lines_of(count: int, letters: int = 60, *, start: int = 0) -> list[str]:
    """Lines of one paragraph, each as full as its words allow, the last one ending the sentence."""
    words = islice(cycle(_WORDS), start, None)
    lines, word = [], next(words)
    for _ in range(count):
        line = ""
        while _width(f"{line} {word}.") <= letters * _LETTER:
            line, word = f"{line} {word}".strip(), next(words)
        lines.append(line)
    return [*lines[:-1], lines[-1] + "."]


def _width(line: str) -> int:
    return sum(_WIDTHS[letter] for letter in line)
