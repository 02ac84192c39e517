"""Works that several manuals print, or that stand for a kind of name."""

from tests.export.manuals.telling import work

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
