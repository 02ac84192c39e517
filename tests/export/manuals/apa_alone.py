"""APA, 7th edition (2020): videos, posts, reports, books, theses, names."""

from tests.export.manuals.telling import work
from tests.export.manuals.works import MEER, OVID, SALT, SATO, STRIDE

APA_ALONE = [
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
