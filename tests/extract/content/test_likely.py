"""The best box and the reading that is best to expect."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.extract.content.likely import best_box, likeliest
from archiver.extract.content.outline import outline
from archiver.extract.markup import Markup


def page(*lines):
    """A page of lines, the first two in a box of their own."""
    first, rest = ("".join(f"<p>{line}</p>" for line in part) for part in (lines[:2], lines[2:]))
    markup = Markup.parse("https://page.example/", f"<section><div>{first}</div>{rest}</section>")
    assert markup is not None
    return outline(markup.root)


FOUR = page(*["four words a line"] * 4)


@pytest.mark.parametrize(
    ("kept", "likely"),
    [
        # sure of all: one half is the border
        ({0, 1}, [0.99, 0.98, 0.02, 0.01]),
        # sure of nothing: to leave most out would be worse
        ({0, 1, 2, 3}, [0.4, 0.35, 0.3, 0.25]),
        # nothing is possible
        (set(), [0.0, 0.0, 0.0, 0.0]),
    ],
)
def test_border_follows_how_sure_a_page_is(kept, likely):
    """The lower the likelihoods, the lower the one that is enough."""
    assert kept == set(likeliest(FOUR, likely)[0])


@given(st.lists(st.floats(0, 1), min_size=4, max_size=4))
def test_no_border_has_a_higher_f1_to_expect(likely):
    """Of all borders, none gives more; and F1 is a share."""
    kept, most = likeliest(FOUR, likely)
    size = [block.words + 0.5 for block in FOUR.blocks]

    def expected(numbers):
        right = sum(size[number] * likely[number] for number in numbers)
        whole = sum(one * each for one, each in zip(size, likely, strict=True))
        return 2 * right / (sum(size[number] for number in numbers) + whole) if numbers else 0.0

    borders = [{number for number in range(4) if likely[number] >= border} for border in likely]

    assert 0 <= most <= 1.0001
    assert all(expected(each) <= most + 1e-9 for each in borders)
    assert expected(kept) == pytest.approx(most)


def test_best_box_is_the_smallest_that_holds_what_is_likely():
    """Words that are not likely speak against a wider one, as much as is asked."""
    likely = [0.9, 0.9, 0.2, 0.6]
    narrow, wide = (best_box(FOUR, likely, against=against) for against in (1.0, 0.1))

    assert (("div", 2), ("section", 4)) == ((narrow.tag, narrow.end), (wide.tag, wide.end))
