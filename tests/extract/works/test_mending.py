"""What a tagger got wrong is put right where it can be seen."""

import pytest

from archiver.extract.works.labels import Label
from archiver.extract.works.mending import mend
from archiver.extract.works.tokens import quotations, quoted, tokenize

SHORT = {
    "a": Label.AUTHOR, "e": Label.EDITOR, "t": Label.TITLE, "p": Label.PERIODICAL, "c": Label.CONTAINER, "d": Label.DATE,
    "v": Label.VOLUME, "g": Label.PAGES, "b": Label.PUBLISHER, "-": Label.NOTE,
}  # fmt: skip
LETTER = {label: letter for letter, label in SHORT.items()}


@pytest.mark.parametrize(
    ("text", "tagged", "expected"),
    [
        # names before an `eds.` that opens a note are editors', and the book after them is the title
        ("Ek, Ida, Jon Berg, eds. Rope and Salt. 2019.", "aattecccd", "eeeeetttd"),
        # but not those after a work's own author
        ("Ida Ek: Rope. In: Jon Berg (Hrsg.) Salt. 2019.", "aateeeecd", "aateeeecd"),
        # of proceedings no title is made
        ("Ida Ek, editors. Proc. Rope. 2019.", "aaeccd", "eeeccd"),
        # a title ends with its quotation
        ("Ek, “Rope and Tar,” Salt Review, 2019.", "atttttd", "atttppd"),
        ("Ek, “Rope and Tar” in Ham, 2019.", "atttttd", "atttttd"),
        # nobody wrote the half of a title
        ("“Ida Ek. Rope.” Salt Review, 2019.", "aatppd", "tttppd"),
        # a publisher's name of several words in brackets
        ("Ek, Rope (Farrar, Tar and Salt, 2021).", "attbbbd", "atbbbbd"),
        # what a work is
        ("Ek, Rope, thèse de doctorat, Ham, 2001.", "attttbd", "at---bd"),
        # the name that opens a note of a book
        ("Anna Ek, Rope, Salt Press, 2001.", "tttbbd", "aatbbd"),
        ("Anna Ek, “Rope,” 2001.", "pptd", "aatd"),
        # where an article appeared that is quoted
        ("Ek, “Rope,” Salt Institute, 2001.", "atbbd", "atppd"),
        ("BBC: Rope sinks, 3 May 2009.", "attddd", "pttddd"),
        # a page and the one after it
        ("Ek, Rope, 2019, 45f.", "atd-", "atdg"),
        # a page after a volume
        ("Ek, Rope, Log 14: 508.", "atpvv", "atpvg"),
    ],
)
def test_labels_are_mended(text, tagged, expected):
    """What can be seen from the marks of a note outweighs what was learnt."""
    tokens = tokenize(text)
    labels = [SHORT[letter] for letter in tagged[: len(tokens)]]
    mended = mend(tokens, labels, [Label.NOTE] * len(tokens), quoted(tokens, quotations(text)))

    assert expected == "".join(LETTER[label] for label in mended)
