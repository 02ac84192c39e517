"""Chicago, 18th edition (2024): full notes, shortened notes, bibliography."""

from tests.export.manuals.telling import work
from tests.export.manuals.works import (
    BINDER,
    BLUM,
    DICTIONARY,
    DITTMAR,
    DOYLE,
    JONES,
    KWON,
    LIU,
    MEAD,
    MEER,
    NICKS,
    OVID,
    PAWS,
    PRIVACY,
    SALT,
    SATO,
    SATTERFIELD,
    STRIDE,
    THESIS,
    TWEET,
    VAKNIN,
    YALE,
    YU,
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
