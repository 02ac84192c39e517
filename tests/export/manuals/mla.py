"""MLA, 9th edition (2021)."""

from tests.export.manuals.telling import work
from tests.export.manuals.works import BINDER, DICTIONARY, DITTMAR, MEER, NICKS, OVID, SATO, STRIDE

# The MLA Handbook, chapter 5, and style.mla.org/works-cited/citations-by-format.
MLA = [
    # an article on a site
    (
        work(
            "article-magazine",
            "The Death of the Artist—and the Birth of the Creative Entrepreneur",
            "Deresiewicz, William",
            container_title="The Atlantic",
            issued="2014-12-28",
            URL="https://www.theatlantic.com/magazine/archive/2015/01/383497/",
        ),
        (
            "Deresiewicz, William. “The Death of the Artist—and the Birth of the Creative Entrepreneur.” *The Atlantic*, 28 Dec. 2014, "
            "www.theatlantic.com/magazine/archive/2015/01/383497/."
        ),
    ),
    # a blog
    (
        work(
            "post-weblog",
            "The Reading Brain: Differences between Digital and Print",
            "Hollmichel, Stefanie",
            container_title="So Many Books",
            issued="2013-04-25",
            URL="http://somanybooksblog.com/2013/04/25/the-reading-brain-differences-between-digital-and-print/",
        ),
        (
            "Hollmichel, Stefanie. “The Reading Brain: Differences between Digital and Print.” *So Many Books*, 25 Apr. 2013, "
            "somanybooksblog.com/2013/04/25/the-reading-brain-differences-between-digital-and-print/."
        ),
    ),
    # a journal
    (
        work(
            "article-journal",
            "Redefining Reading: The Impact of Digital Communication Media",
            "Baron, Naomi S.",
            container_title="PMLA",
            volume="128",
            issue="1",
            page="193-200",
            issued="2013-01",
        ),
        (
            "Baron, Naomi S. “Redefining Reading: The Impact of Digital Communication Media.” *PMLA*, vol. 128, no. 1, Jan. 2013, "
            "pp. 193–200."
        ),
    ),
    # 5.59–5.62: a university's press
    (
        work(
            "chapter",
            "Money",
            "Copeland, Edward",
            container_title="The Cambridge Companion to Jane Austen",
            editor="Copeland, Edward; McMaster, Juliet",
            publisher="Cambridge University Press",
            page="131-148",
            issued="1997",
        ),
        (
            "Copeland, Edward. “Money.” *The Cambridge Companion to Jane Austen*, edited by Edward Copeland and Juliet McMaster, "
            "Cambridge UP, 1997, pp. 131–48."
        ),
    ),
    (
        BINDER,
        (
            "Binder, Amy J., and Jeffrey L. Kidder. *The Channels of Student Activism: How the Left and Right Are Winning (and Losing) in "
            "Campus Politics Today*. U of Chicago P, 2022."
        ),
    ),
    (
        work(
            "book",
            "The Principles and Practice of Narrative Medicine",
            "Charon, Rita; Hermann, Nellie; Devlin, Michael",
            publisher="Oxford University Press",
            issued="2017",
        ),
        "Charon, Rita, et al. *The Principles and Practice of Narrative Medicine*. Oxford UP, 2017.",
    ),
    # business words are left out, Press of no university stays
    (
        work("book", "Aesthetics and Creation", "[Gao Xingjian]", publisher="Cambria Press", issued="2012"),
        "Gao Xingjian. *Aesthetics and Creation*. Cambria Press, 2012.",
    ),
    (
        work("book", "Only a Work", "Doe, Ann", publisher="Alfred A. Knopf, Inc.", issued="1999"),
        "Doe, Ann. *Only a Work*. Alfred A. Knopf, 1999.",
    ),
    # two authors
    (
        work(
            "book",
            "The Crown of Columbus",
            "Dorris, Michael; Erdrich, Louise",
            publisher="HarperCollins Publishers",
            issued="1999",
        ),
        "Dorris, Michael, and Louise Erdrich. *The Crown of Columbus*. HarperCollins Publishers, 1999.",
    ),
    # 5.14: a handle is an author
    (
        work(
            "post",
            "We have report of large street battles in east & west of Tehran now - #Iranelection.",
            "[@persiankiwi]",
            container_title="Twitter",
            issued="2009-06-23",
            URL="https://twitter.com/persiankiwi/status/2298106072",
        ),
        (
            "@persiankiwi. “We have report of large street battles in east & west of Tehran now - #Iranelection.” *Twitter*, 23 June 2009, "
            "twitter.com/persiankiwi/status/2298106072."
        ),
    ),
    # 5.17: a body that published its own work
    (
        work(
            "book",
            "MLA Handbook",
            "[Modern Language Association of America]",
            edition="9",
            publisher="Modern Language Association of America",
            issued="2021",
        ),
        "*MLA Handbook*. 9th ed., Modern Language Association of America, 2021.",
    ),
    # 5.111: when what has no date was looked at
    (
        work(
            "webpage",
            "How to Be Perfectly Unhappy",
            "Inman, Matthew",
            container_title="The Oatmeal",
            accessed="2016-10-14",
            URL="https://theoatmeal.com/comics/unhappy",
        ),
        "Inman, Matthew. “How to Be Perfectly Unhappy.” *The Oatmeal*, theoatmeal.com/comics/unhappy. Accessed 14 Oct. 2016.",
    ),
    # 5.32: an archive as a second container
    (
        DICTIONARY,
        (
            "“E-mail.” *Merriam-Webster*, 2 Jan. 2021, www.merriam-webster.com/dictionary/e-mail. *Wayback Machine*, 2 Jan. 2021, "
            "web.archive.org/web/20210102004146/https://www.merriam-webster.com/dictionary/e-mail."
        ),
    ),
    # 5.93: a DOI with its scheme
    (
        DITTMAR,
        (
            "Dittmar, Emily L., and Douglas W. Schemske. “Temporal Variation in Selection Influences Microgeographic Local Adaptation.” "
            "*American Naturalist*, vol. 202, no. 4, 2023, pp. 471–85, https://doi.org/10.1086/725865."
        ),
    ),
    # 5.7: a suffix; 5.11: a particle; 5.13: one name, and a translator; 5.10: a family name that leads
    (STRIDE, "King, Martin Luther, Jr. *Stride toward Freedom*. Harper, 1958."),
    (MEER, "van der Meer, Joost. *The Open Shelf*. Lamp & Ledger, 2010."),
    (OVID, "Ovid. *Metamorphoses*. Translated by Charles Martin, W. W. Norton, 2004."),
    (SATO, "佐藤健二. “港の記録.” *浜の記*, 1 Mar. 1967, hama.example/1."),
    (NICKS, "“Stevie Nicks.” *Wikipedia*, 19 Dec. 2023, en.wikipedia.org/wiki/Stevie_Nicks."),
]
