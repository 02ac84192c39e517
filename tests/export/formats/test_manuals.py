"""The manuals' own examples: each is told as a work, and comes out as its manual prints it."""

import pytest

from archiver.export.registry import all_formats
from archiver.export.wording.runs import Markup
from tests.export.formats.manuals import marked, work

YU = work("book", "Interior Chinatown", "Yu, Charles", publisher="Pantheon Books", issued="2020")
BINDER = work(
    "book",
    "The Channels of Student Activism: How the Left and Right Are Winning (and Losing) in Campus Politics Today",
    "Binder, Amy J.; Kidder, Jeffrey L.",
    publisher="University of Chicago Press",
    issued="2022",
)
DOYLE = work(
    "chapter",
    "The Queen Mary Psalter",
    "Doyle, Kathleen",
    container_title="The Book by Design: The Remarkable Story of the World’s Greatest Invention",
    editor="Marks, P. J. M.; Parkin, Stephen",
    publisher="University of Chicago Press",
    issued="2023",
)
LIU = work(
    "book",
    "The Wedding Party",
    "[Liu Xinwu]",
    translator="Tiang, Jeremy",
    publisher="Amazon Crossing",
    issued="2021",
)
KWON = work(
    "article-journal",
    "Inclusion Work: Children of Immigrants Claiming Membership in Everyday Life",
    "Kwon, Hyeyoung",
    container_title="American Journal of Sociology",
    volume="127",
    issue="6",
    page="1818-1859",
    issued="2022",
    DOI="10.1086/720277",
)
DITTMAR = work(
    "article-journal",
    "Temporal Variation in Selection Influences Microgeographic Local Adaptation",
    "Dittmar, Emily L.; Schemske, Douglas W.",
    container_title="American Naturalist",
    volume="202",
    issue="4",
    page="471-485",
    issued="2023",
    DOI="10.1086/725865",
    language="en",
)
BLUM = work(
    "article-newspaper",
    "Are Flax Seeds All That?",
    "Blum, Dani",
    container_title="The New York Times",
    issued="2023-12-13",
    URL="https://www.nytimes.com/2023/12/13/well/eat/flax-seeds-benefits.html",
)
MEAD = work(
    "article-magazine",
    "Terms of Aggrievement",
    "Mead, Rebecca",
    container_title="The New Yorker",
    issued="2023-12-18",
)
PRIVACY = work(
    "webpage",
    "Privacy Policy",
    container_title="Privacy & Terms",
    publisher="Google",
    issued="2023-11-15",
    URL="https://policies.google.com/privacy",
)
YALE = work(
    "webpage",
    "Yale Facts",
    publisher="Yale University",
    accessed="2022-03-08",
    URL="https://www.yale.edu/about-yale/yale-facts",
)
DICTIONARY = work(
    "webpage",
    "E-mail",
    container_title="Merriam-Webster",
    issued="2021-01-02",
    URL="https://www.merriam-webster.com/dictionary/e-mail",
    public=(
        "https://web.archive.org/web/20210102004146/https://www.merriam-webster.com/dictionary/e-mail",
        "2021-01-02T00:41:46Z",
        "the Wayback Machine",
    ),
)
JONES = work(
    "post-weblog",
    "Getting More Done with Emoji",
    "Jones, Jason B.",
    container_title="ProfHacker",
    issued="2016-11-22",
    URL="https://www.chronicle.com/blogs/profhacker/emoji",
)
THESIS = work(
    "thesis",
    "A House Is Not a Home: Citizenship and Belonging in Contemporary Democracies",
    "Blajer de la Garza, Yuna",
    genre="PhD diss.",
    publisher="University of Chicago",
    issued="2019",
    language="en",
)
VAKNIN = work(
    "article-journal",
    "Reconstructing Biblical Military Campaigns using Geomagnetic Field Data",
    "Vaknin, Yoav; Shaar, Ron; Lipschits, Oded; Mazar, Amihai; Maeir, Aren; Garfinkel, Yosef; Freud, Liora",
    container_title="Proceedings of the National Academy of Sciences",
    volume="119",
    issue="44",
    issued="2022",
    DOI="10.1073/pnas.2209117119",
    language="en",
)
SATTERFIELD = work(
    "article-journal",
    "Livy and the Pax Deum",
    "Satterfield, Susan",
    container_title="Classical Philology",
    volume="111",
    issue="2",
    page="165-176",
    issued="2016-04",
)
TWEET = work(
    "post",
    "In honor of Earth Day, I’m recycling my tweets",
    "O’Brien, Conan",
    container_title="Twitter",
    issued="2015-04-22",
    URL="https://twitter.com/ConanOBrien/status/590940792967016448",
)

STRIDE = work("book", "Stride toward Freedom", "King, Martin Luther, Jr.", publisher="Harper", issued="1958")
MEER = work("book", "The Open Shelf", "van der Meer, Joost", publisher="Lamp & Ledger", issued="2010")
SALT = work("book", "Keepers’ Wages", "[Salt & Bell, Inc.]", publisher="Salt & Bell, Inc.", issued="2011")
OVID = work(
    "book", "Metamorphoses", "[Ovid]", translator="Martin, Charles", publisher="W. W. Norton", issued="2004"
)
SATO = work(
    "post-weblog",
    "港の記録",
    "佐藤, 健二",
    container_title="浜の記",
    issued="1967-03-01",
    URL="https://hama.example/1",
    language="ja",
)

PAWS = work(
    "webpage",
    "Benefits of Pet Therapy",
    "[Paws for People]",
    container_title="Paws for People",
    accessed="2022-11-10",
    URL="https://www.pawsforpeople.org/benefits",
)
NICKS = work(
    "entry-encyclopedia",
    "Stevie Nicks",
    container_title="Wikipedia",
    issued="2023-12-19",
    URL="https://en.wikipedia.org/wiki/Stevie_Nicks",
)

# Chapters 13 and 14, and the manual's own quick guide (chicagomanualofstyle.org/tools_citationguide/citation-guide-1.html).
NOTES = [
    # 14.2: a book; 18 leaves out the place
    (YU, "Charles Yu, *Interior Chinatown* (Pantheon Books, 2020)."),
    # 14.2: two authors
    (
        BINDER,
        (
            "Amy J. Binder and Jeffrey L. Kidder, *The Channels of Student Activism: How the Left and Right Are Winning (and Losing) in "
            "Campus Politics Today* (University of Chicago Press, 2022)."
        ),
    ),
    # 14.8: a chapter
    (
        DOYLE,
        (
            "Kathleen Doyle, “The Queen Mary Psalter,” in *The Book by Design: The Remarkable Story of the World’s Greatest Invention*, "
            "ed. P. J. M. Marks and Stephen Parkin (University of Chicago Press, 2023)."
        ),
    ),
    # 14.6: a translation; the author's family name leads
    (LIU, "Liu Xinwu, *The Wedding Party*, trans. Jeremy Tiang (Amazon Crossing, 2021)."),
    # 14.67: a journal
    (
        KWON,
        (
            "Hyeyoung Kwon, “Inclusion Work: Children of Immigrants Claiming Membership in Everyday Life,” *American Journal of Sociology* "
            "127, no. 6 (2022): 1818–59, https://doi.org/10.1086/720277."
        ),
    ),
    # 14.89: a newspaper, and a question mark before a comma (6.134)
    (
        BLUM,
        (
            "Dani Blum, “Are Flax Seeds All That?,” *New York Times*, December 13, 2023, "
            "https://www.nytimes.com/2023/12/13/well/eat/flax-seeds-benefits.html."
        ),
    ),
    # 14.87: a magazine
    (MEAD, "Rebecca Mead, “Terms of Aggrievement,” *New Yorker*, December 18, 2023."),
    # 14.104: a page of an owner
    (
        PRIVACY,
        "“Privacy Policy,” Privacy & Terms, Google, November 15, 2023, https://policies.google.com/privacy.",
    ),
    # 14.104 and 13.15: without a date, when it was looked at
    (
        YALE,
        "“Yale Facts,” Yale University, accessed March 8, 2022, https://www.yale.edu/about-yale/yale-facts.",
    ),
    # the form of a copy: the manual's answer on the Wayback Machine (qanda, Documentation/faq0434)
    (
        DICTIONARY,
        (
            "“E-mail,” Merriam-Webster, January 2, 2021, https://www.merriam-webster.com/dictionary/e-mail, archived January 2, 2021, at "
            "the Wayback Machine, https://web.archive.org/web/20210102004146/https://www.merriam-webster.com/dictionary/e-mail."
        ),
    ),
    # 14.105: a blog whose name does not say so
    (
        JONES,
        (
            "Jason B. Jones, “Getting More Done with Emoji,” *ProfHacker* (blog), November 22, 2016, "
            "https://www.chronicle.com/blogs/profhacker/emoji."
        ),
    ),
    # 14.113: a dissertation
    (
        THESIS,
        (
            "Yuna Blajer de la Garza, “A House Is Not a Home: Citizenship and Belonging in Contemporary Democracies” (PhD diss., "
            "University of Chicago, 2019)."
        ),
    ),
    # 13.23: of more than two authors the first
    (
        VAKNIN,
        (
            "Yoav Vaknin et al., “Reconstructing Biblical Military Campaigns using Geomagnetic Field Data,” *Proceedings of the National "
            "Academy of Sciences* 119, no. 44 (2022), https://doi.org/10.1073/pnas.2209117119."
        ),
    ),
    # 14.106: a post on a social network has its text as its title
    (
        TWEET,
        (
            "Conan O’Brien, “In honor of Earth Day, I’m recycling my tweets,” Twitter, April 22, 2015, "
            "https://twitter.com/ConanOBrien/status/590940792967016448."
        ),
    ),
    (STRIDE, "Martin Luther King Jr., *Stride toward Freedom* (Harper, 1958)."),
    (MEER, "Joost van der Meer, *The Open Shelf* (Lamp & Ledger, 2010)."),
    (SALT, "Salt & Bell, Inc., *Keepers’ Wages* (Salt & Bell, Inc., 2011)."),
    (OVID, "Ovid, *Metamorphoses*, trans. Charles Martin (W. W. Norton, 2004)."),
    (SATO, "佐藤健二, “港の記録,” *浜の記* (blog), March 1, 1967, https://hama.example/1."),
    # 14.104: an owner whose name the site bears is named once
    (
        PAWS,
        "Paws for People, “Benefits of Pet Therapy,” accessed November 10, 2022, https://www.pawsforpeople.org/benefits.",
    ),
    # 14.130: an entry of a reference work on the web
    (NICKS, "“Stevie Nicks,” *Wikipedia*, December 19, 2023, https://en.wikipedia.org/wiki/Stevie_Nicks."),
]
# 13.33 to 13.37, and the quick guide.
SHORT = [
    (YU, "Yu, *Interior Chinatown*."),
    (BINDER, "Binder and Kidder, *Channels of Student Activism*."),
    (DOYLE, "Doyle, “Queen Mary Psalter.”"),
    (KWON, "Kwon, “Inclusion Work.”"),
    # of more than four words the first ones that make sense
    (DITTMAR, "Dittmar and Schemske, “Temporal Variation.”"),
    (VAKNIN, "Vaknin et al., “Reconstructing Biblical Military Campaigns.”"),
    (SATTERFIELD, "Satterfield, “Livy.”"),
    (MEAD, "Mead, “Terms of Aggrievement.”"),
    (PRIVACY, "Google, “Privacy Policy.”"),
    (YALE, "“Yale Facts.”"),
    # 13.37: “Daily Notes of a Trip around the World”, “The War Journal of Major Damon ‘Rocky’ Gause”
    (
        work("book", "Daily Notes of a Trip around the World", "Glass, Fay", language="en"),
        "Glass, *Daily Notes*.",
    ),
    (
        work("book", "The War Journal of Major Damon “Rocky” Gause", "Gause, Damon", language="en"),
        "Gause, *War Journal*.",
    ),
    (STRIDE, "King, *Stride toward Freedom*."),
    (MEER, "van der Meer, *Open Shelf*."),
    (OVID, "Ovid, *Metamorphoses*."),
]
BIBLIOGRAPHY = [
    (YU, "Yu, Charles. *Interior Chinatown*. Pantheon Books, 2020."),
    (
        BINDER,
        (
            "Binder, Amy J., and Jeffrey L. Kidder. *The Channels of Student Activism: How the Left and Right Are Winning (and Losing) in "
            "Campus Politics Today*. University of Chicago Press, 2022."
        ),
    ),
    (
        DOYLE,
        (
            "Doyle, Kathleen. “The Queen Mary Psalter.” In *The Book by Design: The Remarkable Story of the World’s Greatest Invention*, "
            "edited by P. J. M. Marks and Stephen Parkin. University of Chicago Press, 2023."
        ),
    ),
    (LIU, "Liu Xinwu. *The Wedding Party*. Translated by Jeremy Tiang. Amazon Crossing, 2021."),
    (
        KWON,
        (
            "Kwon, Hyeyoung. “Inclusion Work: Children of Immigrants Claiming Membership in Everyday Life.” *American Journal of Sociology* "
            "127, no. 6 (2022): 1818–59. https://doi.org/10.1086/720277."
        ),
    ),
    (
        DITTMAR,
        (
            "Dittmar, Emily L., and Douglas W. Schemske. “Temporal Variation in Selection Influences Microgeographic Local Adaptation.” "
            "*American Naturalist* 202, no. 4 (2023): 471–85. https://doi.org/10.1086/725865."
        ),
    ),
    (
        BLUM,
        (
            "Blum, Dani. “Are Flax Seeds All That?” *New York Times*, December 13, 2023. "
            "https://www.nytimes.com/2023/12/13/well/eat/flax-seeds-benefits.html."
        ),
    ),
    (MEAD, "Mead, Rebecca. “Terms of Aggrievement.” *New Yorker*, December 18, 2023."),
    # 14.104: under the owner of the site
    (
        PRIVACY,
        "Google. “Privacy Policy.” Privacy & Terms, November 15, 2023. https://policies.google.com/privacy.",
    ),
    (
        YALE,
        "Yale University. “Yale Facts.” Accessed March 8, 2022. https://www.yale.edu/about-yale/yale-facts.",
    ),
    (
        JONES,
        (
            "Jones, Jason B. “Getting More Done with Emoji.” *ProfHacker* (blog), November 22, 2016. "
            "https://www.chronicle.com/blogs/profhacker/emoji."
        ),
    ),
    (
        THESIS,
        (
            "Blajer de la Garza, Yuna. “A House Is Not a Home: Citizenship and Belonging in Contemporary Democracies.” PhD diss., "
            "University of Chicago, 2019."
        ),
    ),
    # 13.23: of more than six authors the first three
    (
        VAKNIN,
        (
            "Vaknin, Yoav, Ron Shaar, Oded Lipschits, et al. “Reconstructing Biblical Military Campaigns using Geomagnetic Field Data.” "
            "*Proceedings of the National Academy of Sciences* 119, no. 44 (2022). https://doi.org/10.1073/pnas.2209117119."
        ),
    ),
    # 13.84: a suffix follows the given names
    (STRIDE, "King, Martin Luther, Jr. *Stride toward Freedom*. Harper, 1958."),
    # 13.78: a particle stands as its bearer writes it
    (MEER, "van der Meer, Joost. *The Open Shelf*. Lamp & Ledger, 2010."),
    # 13.86: a body under its own name, and once more as its publisher
    (SALT, "Salt & Bell, Inc. *Keepers’ Wages*. Salt & Bell, Inc., 2011."),
    # 13.80: one name
    (OVID, "Ovid. *Metamorphoses*. Translated by Charles Martin. W. W. Norton, 2004."),
    # 13.83: a family name that leads has no comma
    (SATO, "佐藤健二. “港の記録.” *浜の記* (blog), March 1, 1967. https://hama.example/1."),
    (
        PAWS,
        "Paws for People. “Benefits of Pet Therapy.” Accessed November 10, 2022. https://www.pawsforpeople.org/benefits.",
    ),
]
# The Publication Manual, chapters 9 and 10, and apastyle.apa.org/style-grammar-guidelines/references/examples.
APA = [
    # 10.16: a page of a news site
    (
        work(
            "webpage",
            "Why some people with anxiety love watching horror movies",
            "Bologna, Caroline",
            container_title="HuffPost",
            issued="2019-10-31",
            URL="https://www.huffpost.com/entry/anxiety",
        ),
        (
            "Bologna, C. (2019, October 31). *Why some people with anxiety love watching horror movies*. HuffPost. "
            "https://www.huffpost.com/entry/anxiety"
        ),
    ),
    # an agency, and the departments above it; a date by its month
    (
        work(
            "webpage",
            "Anxiety disorders",
            "[National Institute of Mental Health]",
            publisher="U.S. Department of Health and Human Services, National Institutes of Health",
            issued="2018-07",
            URL="https://www.nimh.nih.gov/health/topics/anxiety-disorders/index.shtml",
        ),
        (
            "National Institute of Mental Health. (2018, July). *Anxiety disorders*. U.S. Department of Health and Human Services, National "
            "Institutes of Health. https://www.nimh.nih.gov/health/topics/anxiety-disorders/index.shtml"
        ),
    ),
    # a site that bears the author's name is not named
    (
        work(
            "webpage",
            "The top 10 causes of death",
            "[World Health Organization]",
            container_title="World Health Organization",
            issued="2018-05-24",
            URL="https://www.who.int/news-room/fact-sheets/detail/the-top-10-causes-of-death",
        ),
        (
            "World Health Organization. (2018, May 24). *The top 10 causes of death*. "
            "https://www.who.int/news-room/fact-sheets/detail/the-top-10-causes-of-death"
        ),
    ),
    # 9.16: a date of retrieval, of what has none
    (
        work(
            "webpage",
            "U.S. and world population clock",
            "[U.S. Census Bureau]",
            publisher="U.S. Department of Commerce",
            accessed="2020-01-09",
            URL="https://www.census.gov/popclock/",
        ),
        (
            "U.S. Census Bureau. (n.d.). *U.S. and world population clock*. U.S. Department of Commerce. Retrieved January 9, 2020, from "
            "https://www.census.gov/popclock/"
        ),
    ),
    # a newspaper; the question mark ends the title
    (
        work(
            "article-newspaper",
            "Can we get better at forgetting?",
            "Carey, Benedict",
            container_title="The New York Times",
            issued="2019-03-22",
            URL="https://www.nytimes.com/2019/03/22/health/memory-forgetting-psychology.html",
        ),
        (
            "Carey, B. (2019, March 22). Can we get better at forgetting? *The New York Times*. "
            "https://www.nytimes.com/2019/03/22/health/memory-forgetting-psychology.html"
        ),
    ),
    # a magazine by volumes
    (
        work(
            "article-magazine",
            "New middle chapter in the story of human evolution",
            "Schaefer, Nora K.; Shapiro, Beth",
            container_title="Science",
            volume="365",
            issue="6457",
            page="981-982",
            issued="2019-09-06",
            DOI="10.1126/science.aay3550",
        ),
        (
            "Schaefer, N. K., & Shapiro, B. (2019, September 6). New middle chapter in the story of human evolution. *Science*, "
            "*365*(6457), 981–982. https://doi.org/10.1126/science.aay3550"
        ),
    ),
    # a magazine without
    (
        work(
            "article-magazine",
            "Superfans: A love story",
            "Schulman, Michael",
            container_title="The New Yorker",
            issued="2019-09-09",
            URL="https://www.newyorker.com/magazine/2019/09/16/superfans-a-love-story",
        ),
        (
            "Schulman, M. (2019, September 9). Superfans: A love story. *The New Yorker*. "
            "https://www.newyorker.com/magazine/2019/09/16/superfans-a-love-story"
        ),
    ),
    # 10.1: a journal, five authors
    (
        work(
            "article-journal",
            "Emotions in storybooks: A comparison of storybooks that represent ethnic and racial groups in the United States",
            "Grady, J. S.; Her, M.; Moreno, G.; Perez, C.; Yelinek, J.",
            container_title="Psychology of Popular Media Culture",
            volume="8",
            issue="3",
            page="207-217",
            issued="2019",
            DOI="10.1037/ppm0000185",
        ),
        (
            "Grady, J. S., Her, M., Moreno, G., Perez, C., & Yelinek, J. (2019). Emotions in storybooks: A comparison of storybooks that "
            "represent ethnic and racial groups in the United States. *Psychology of Popular Media Culture*, *8*(3), 207–217. "
            "https://doi.org/10.1037/ppm0000185"
        ),
    ),
    # 10.1, example 17: a blog
    (
        work(
            "post-weblog",
            "Can we talk scientifically about free will?",
            "Klymkowsky, Mike",
            container_title="Sci-Ed",
            issued="2018-09-15",
            URL="https://blogs.plos.org/scied/2018/09/15/can-we-talk-scientifically-about-free-will/",
        ),
        (
            "Klymkowsky, M. (2018, September 15). Can we talk scientifically about free will? *Sci-Ed*. "
            "https://blogs.plos.org/scied/2018/09/15/can-we-talk-scientifically-about-free-will/"
        ),
    ),
    # 10.3, example 47: a dictionary that changes
    (
        work(
            "entry-dictionary",
            "Self-report",
            "[American Psychological Association]",
            container_title="APA dictionary of psychology",
            accessed="2019-07-12",
            URL="https://dictionary.apa.org/self-report",
        ),
        (
            "American Psychological Association. (n.d.). Self-report. In *APA dictionary of psychology*. Retrieved July 12, 2019, from "
            "https://dictionary.apa.org/self-report"
        ),
    ),
    # 10.3, example 49: an encyclopaedia that anybody writes
    (
        work(
            "entry-encyclopedia",
            "List of oldest companies",
            container_title="Wikipedia",
            issued="2019-01-13",
            URL="https://en.wikipedia.org/w/index.php?title=List_of_oldest_companies&oldid=878158136",
        ),
        (
            "List of oldest companies. (2019, January 13). In *Wikipedia*. "
            "https://en.wikipedia.org/w/index.php?title=List_of_oldest_companies&oldid=878158136"
        ),
    ),
    # 10.12: a video
    (
        work(
            "motion_picture",
            "Soft robotic gripper for jellyfish",
            "[Harvard University]",
            container_title="YouTube",
            issued="2019-08-28",
            URL="https://www.youtube.com/watch?v=guRoWTYfxMs",
        ),
        (
            "Harvard University. (2019, August 28). *Soft robotic gripper for jellyfish* [Video]. YouTube. "
            "https://www.youtube.com/watch?v=guRoWTYfxMs"
        ),
    ),
    # 10.15: a tweet; a handle behind the name
    (
        work(
            "post",
            "Humbled",
            "[Barack Obama (@BarackObama)]",
            container_title="Twitter",
            issued="2009-10-09",
            URL="https://twitter.com/BarackObama/status/4740922139",
        ),
        (
            "Barack Obama [@BarackObama]. (2009, October 9). *Humbled* [Tweet]. Twitter. "
            "https://twitter.com/BarackObama/status/4740922139"
        ),
    ),
    # 10.4: a report with its number
    (
        work(
            "report",
            "Taking time: Support for people with cancer",
            "[National Cancer Institute]",
            genre="NIH Publication",
            number="18-2059",
            publisher="U.S. Department of Health and Human Services, National Institutes of Health",
            issued="2019",
            URL="https://www.cancer.gov/publications/patient-education/takingtime.pdf",
        ),
        (
            "National Cancer Institute. (2019). *Taking time: Support for people with cancer* (NIH Publication No. 18-2059). U.S. Department "
            "of Health and Human Services, National Institutes of Health. "
            "https://www.cancer.gov/publications/patient-education/takingtime.pdf"
        ),
    ),
    # 10.4: persons, and who published it
    (
        work(
            "report",
            "Does money grow on trees? Restoration financing in Southeast Asia",
            "Baral, P.; Larsen, M.; Archer, M.",
            publisher="Atlantic Council",
            issued="2019",
            URL="https://www.atlanticcouncil.org/report/",
        ),
        (
            "Baral, P., Larsen, M., & Archer, M. (2019). *Does money grow on trees? Restoration financing in Southeast Asia*. Atlantic "
            "Council. https://www.atlanticcouncil.org/report/"
        ),
    ),
    # 10.2: a book by its edition
    (
        work(
            "book",
            "The psychology of prejudice: From attitudes to social action",
            "Jackson, Lynne M.",
            edition="2",
            publisher="American Psychological Association",
            issued="2019",
            DOI="10.1037/0000168-000",
        ),
        (
            "Jackson, L. M. (2019). *The psychology of prejudice: From attitudes to social action* (2nd ed.). American Psychological "
            "Association. https://doi.org/10.1037/0000168-000"
        ),
    ),
    # 10.3: a chapter
    (
        work(
            "chapter",
            "Culinary arts: Talent and their development",
            "Aron, L.; Botella, M.; Lubart, T.",
            container_title="The psychology of high performance: Developing human potential into domain-specific talent",
            editor="Subotnik, R. F.; Olszewski-Kubilius, P.; Worrell, F. C.",
            page="345-359",
            publisher="American Psychological Association",
            issued="2019",
            DOI="10.1037/0000120-016",
        ),
        (
            "Aron, L., Botella, M., & Lubart, T. (2019). Culinary arts: Talent and their development. In R. F. Subotnik, P. "
            "Olszewski-Kubilius, & F. C. Worrell (Eds.), *The psychology of high performance: Developing human potential into "
            "domain-specific talent* (pp. 345–359). American Psychological Association. https://doi.org/10.1037/0000120-016"
        ),
    ),
    # 10.6: a dissertation in its university's archive
    (
        work(
            "thesis",
            "Instructional leadership perceptions and practices of elementary school leaders",
            "Harris, L.",
            genre="Doctoral dissertation",
            publisher="University of Virginia",
            issued="2014",
        ),
        (
            "Harris, L. (2014). *Instructional leadership perceptions and practices of elementary school leaders* [Doctoral dissertation, "
            "University of Virginia]."
        ),
    ),
    # 9.8: twenty-one authors and more
    (
        work(
            "article-journal",
            "The NCEP/NCAR 40-year reanalysis project",
            "; ".join(
                f"{family}, A."
                for family in "Kalnay Kanamitsu Kistler Collins Deaven Gandin Iredell Saha White Woollen Zhu "
                "Chelliah Ebisuzaki Higgins Janowiak Mo Ropelewski Wang Leetmaa Reynolds Joseph".split()
            ),
            container_title="Bulletin of the American Meteorological Society",
            volume="77",
            issue="3",
            page="437-471",
            issued="1996",
        ),
        (
            "Kalnay, A., Kanamitsu, A., Kistler, A., Collins, A., Deaven, A., Gandin, A., Iredell, A., Saha, A., White, A., Woollen, A., "
            "Zhu, A., Chelliah, A., Ebisuzaki, A., Higgins, A., Janowiak, A., Mo, A., Ropelewski, A., Wang, A., Leetmaa, A., . . . Joseph, "
            "A. (1996). The NCEP/NCAR 40-year reanalysis project. *Bulletin of the American Meteorological Society*, *77*(3), 437–471."
        ),
    ),
    # 9.12: no author
    (
        work(
            "webpage",
            "All 33 Chile miners freed in flawless rescue",
            container_title="NBC News",
            issued="2010-10-13",
            URL="http://www.nbcnews.com/id/39625809/",
        ),
        "*All 33 Chile miners freed in flawless rescue*. (2010, October 13). NBC News. http://www.nbcnews.com/id/39625809/",
    ),
    # 9.8: a suffix; 9.9: a particle; 9.11: a body, and one name
    (STRIDE, "King, M. L., Jr. (1958). *Stride toward Freedom*. Harper."),
    (MEER, "van der Meer, J. (2010). *The Open Shelf*. Lamp & Ledger."),
    (SALT, "Salt & Bell, Inc. (2011). *Keepers’ Wages*."),
    (OVID, "Ovid. (2004). *Metamorphoses* (C. Martin, Trans.). W. W. Norton."),
    (SATO, "佐藤健二. (1967, March 1). 港の記録. *浜の記*. https://hama.example/1"),
]
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
# Rules 15 to 18; lawlib.lclark.edu, library.onu.edu, libraryguides.law.uic.edu, citeblog.access-to-law.com quote the examples.
BLUEBOOK = [
    # 18.2.1(d): an address that lasts
    (
        work(
            "article-magazine",
            "The Law as Justice Gorsuch Sees It",
            "Rose, Rebecca J.",
            container_title="The Atlantic",
            issued="2024-08-05",
            URL="https://www.theatlantic.com/ideas/archive/2024/08/679342/",
            public=("https://perma.cc/PT32-56LR", "2024-08-06T10:00:00Z", "Perma.cc"),
        ),
        (
            "Rebecca J. Rose, *The Law as Justice Gorsuch Sees It*, |Atlantic| (Aug. 5, 2024), "
            "https://www.theatlantic.com/ideas/archive/2024/08/679342/ [https://perma.cc/PT32-56LR]."
        ),
    ),
    # 18.2.1(d): what is on file; two authors; T10
    (
        work(
            "article-newspaper",
            "Airlines and Passengers Still Struggling, a Day After Global Outage",
            "Chung, Christine; Norman, Derek M.",
            container_title="The New York Times",
            issued="2024-07-20",
            URL="https://www.nytimes.com/2024/07/20/travel/outage.html",
            on_file=True,
        ),
        (
            "Christine Chung & Derek M. Norman, *Airlines and Passengers Still Struggling, a Day After Global Outage*, |N.Y. Times| "
            "(July 20, 2024), https://www.nytimes.com/2024/07/20/travel/outage.html (on file with author, captured Aug. 6, 2024, "
            "urn:uuid:1, SHA-256 ab12)."
        ),
    ),
    # 18.2.2: a blog; T6
    (
        work(
            "post-weblog",
            "When Should Search Engines Ignore Court Orders To Remove Search Results?",
            "Goldman, Eric",
            container_title="Technology & Marketing Law Blog",
            issued="2013-09-04",
            URL="http://blog.ericgoldman.org/archives/2013/09/when_should_sea.htm",
            public=("https://perma.cc/U2AN-2TXE", "2024-08-06T10:00:00Z", "Perma.cc"),
        ),
        (
            "Eric Goldman, *When Should Search Engines Ignore Court Orders To Remove Search Results?*, |Tech. & Mktg. L. Blog| "
            "(Sept. 4, 2013), http://blog.ericgoldman.org/archives/2013/09/when_should_sea.htm [https://perma.cc/U2AN-2TXE]."
        ),
    ),
    # 18.2.2(c): the time of what is posted several times a day
    (
        work(
            "post-weblog",
            "How to Change Someone’s Mind",
            "Yuko, Elizabeth",
            container_title="Lifehacker",
            issued="2020-08-06T14:00:00-04:00",
            URL="https://lifehacker.com/how-to-change-someones-mind-1844634727",
        ),
        (
            "Elizabeth Yuko, *How to Change Someone’s Mind*, |Lifehacker| (Aug. 6, 2020, 2:00 PM), "
            "https://lifehacker.com/how-to-change-someones-mind-1844634727."
        ),
    ),
    # 18.2.2(c): when what has no date was looked at; T6 in the names of bodies
    (
        work(
            "webpage",
            "H-2A Temporary Agricultural Program",
            publisher="U.S. Department of Labor",
            accessed="2021-10-05",
            URL="https://www.dol.gov/agencies/eta/foreign-labor/programs/h-2a",
        ),
        (
            "*H-2A Temporary Agricultural Program*, |U.S. Dep’t of Lab.|, https://www.dol.gov/agencies/eta/foreign-labor/programs/h-2a "
            "(last visited Oct. 5, 2021)."
        ),
    ),
    # 16.4, T6 and T13: journals by volumes
    (
        KWON,
        (
            "Hyeyoung Kwon, *Inclusion Work: Children of Immigrants Claiming Membership in Everyday Life*, 127 |Am. J. Socio.| 1818 (2022), "
            "https://doi.org/10.1086/720277."
        ),
    ),
    *(
        (
            work(
                "article-journal",
                "A Title",
                "Doe, Ann",
                container_title=name,
                volume="50",
                page="1-20",
                issued="1999",
            ),
            f"Ann Doe, *A Title*, 50 |{short}| 1 (1999).",
        )
        for name, short in [
            ("Harvard Law Review", "Harv. L. Rev."),
            ("The Yale Law Journal", "Yale L.J."),
            ("Stanford Law Review", "Stan. L. Rev."),
            ("Columbia Law Review", "Colum. L. Rev."),
            ("University of Pennsylvania Law Review", "U. Pa. L. Rev."),
            ("University of Chicago Law Review", "U. Chi. L. Rev."),
            ("Journal of Law, Economics, & Organization", "J.L. Econ. & Org."),
            ("Fordham Law Review", "Fordham L. Rev."),
            ("University of California, Davis Law Review", "U.C. Davis L. Rev."),
            ("Law and Contemporary Problems", "Law & Contemp. Probs."),
            ("New England Journal of Medicine", "New Eng. J. Med."),
            ("Ohio State Law Journal", "Ohio St. L.J."),
            ("New York University Law Review", "N.Y.U. L. Rev."),
            ("Michigan Law Review", "Mich. L. Rev."),
            ("Harvard Civil Rights-Civil Liberties Law Review", "Harv. C.R.-C.L. L. Rev."),
            # one word is not shortened
            ("Science", "Science"),
        ]
    ),
    # 16.6, T10: newspapers
    *(
        (
            work(
                "article-newspaper",
                "A Title",
                "Doe, Ann",
                container_title=name,
                issued="2019-09-02",
                URL="https://a.example/1",
            ),
            f"Ann Doe, *A Title*, |{short}| (Sept. 2, 2019), https://a.example/1.",
        )
        for name, short in [
            ("The Washington Post", "Wash. Post"),
            ("Los Angeles Times", "L.A. Times"),
            ("The Wall Street Journal", "Wall St. J."),
            ("Chicago Tribune", "Chi. Trib."),
            ("The Guardian", "Guardian"),
            # a name in another tongue is left as it is
            ("Die Zeit", "Die Zeit"),
        ]
    ),
    # 15.1: authors of a book in small capitals
    (YU, "|Charles Yu|, |Interior Chinatown| (2020)."),
    # 15.1(b): more than two authors
    (
        work("book", "The Law of Lamps", "Vane, Mara; Ek, Tor; Byron, Ada", edition="3", issued="1994"),
        "|Mara Vane et al.|, |The Law of Lamps| (3d ed. 1994).",
    ),
    # 15.1(d): a body as author
    (
        work(
            "report",
            "World Report",
            "[World Health Organization]",
            issued="2020",
            URL="https://www.who.int/report.pdf",
        ),
        "|World Health Org.|, |World Report| (2020), https://www.who.int/report.pdf.",
    ),
    # 18.2.2(a): under the name that the author goes by
    (
        work(
            "post",
            "Humbled",
            "[@BarackObama]",
            container_title="Twitter",
            issued="2009-10-09",
            URL="https://twitter.com/1",
        ),
        "@BarackObama, *Humbled*, |Twitter| (Oct. 9, 2009), https://twitter.com/1.",
    ),
    # 15.3: a translator
    (OVID, "|Ovid|, |Metamorphoses| (Charles Martin trans., 2004)."),
    (SATO, "佐藤健二, *港の記録*, |浜の記| (Mar. 1, 1967), https://hama.example/1."),
    (NICKS, "*Stevie Nicks*, |Wikipedia| (Dec. 19, 2023), https://en.wikipedia.org/wiki/Stevie_Nicks."),
    # 15.1(d): a body and the one above it
    (
        work(
            "report",
            "Keepers and Law",
            "[U.S. Department of Justice, Office of the Inspector General]",
            issued="2024-03",
        ),
        "|U.S. Dep’t of Just., Off. of the Inspector Gen.|, |Keepers and Law| (Mar. 2024).",
    ),
]
STYLES = {
    "chicago": NOTES,
    "chicago-short": SHORT,
    "chicago-bibliography": BIBLIOGRAPHY,
    "apa": APA,
    "mla": MLA,
    "bluebook": BLUEBOOK,
}
EVERY = [
    pytest.param(style, item, expected, id=f"{style}-{at}")
    for style, examples in STYLES.items()
    for at, (item, expected) in enumerate(examples)
]


@pytest.mark.parametrize(("style", "item", "expected"), EVERY)
def test_as_the_manual_prints_it(style, item, expected):
    """Word for word, with its italics and its small capitals."""
    assert expected == marked(all_formats()[style].one(item, Markup.HTML))
