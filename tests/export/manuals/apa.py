"""APA, 7th edition (2020): pages, periodicals, entries."""

from tests.export.manuals.telling import work

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
]
