"""Links from a post to other pages of its blog."""

from bs4 import BeautifulSoup

from archiver.extract.citations import read_links
from archiver.models.citation import InternalLink

BLOG = "https://blog.example/"


def internal(html):
    """The internal links of a post."""
    article = BeautifulSoup(f"<article>{html}</article>", "lxml").article
    assert article is not None
    return read_links(article, url=f"{BLOG}2019/09/ropes/", blog=BLOG)[1]


def test_they_are_kept_apart_with_their_sentence():
    """In reading order; those in a note have no sentence of the text, and the mark is no part of one."""
    found = internal(
        '<p>We wrote of <a href="/2018/01/knots/">knots</a> before.<sup id="r1"><a href="#n1">1</a></sup> Then of '
        '<a href="https://blog.example/?s=hemp">hemp</a>.</p><ol><li id="n1">As <a href="../oakum/">Oakum</a> has it. '
        '<a href="#r1">↩</a></li></ol>'
    )

    assert (
        InternalLink(
            position=1, url=f"{BLOG}2018/01/knots/", anchor="knots", sentence="We wrote of knots before."
        ),
        InternalLink(position=2, url=f"{BLOG}?s=hemp", anchor="hemp", sentence="Then of hemp."),
        InternalLink(position=3, url=f"{BLOG}2019/09/oakum/", anchor="Oakum", sentence=None),
    ) == found


def test_what_is_none():
    """Other sites, documents that are sources, places on the page, pictures and their uploads, actions, tags, share links."""
    found = internal(
        '<p>See <a href="https://a.example/">A</a>, <a href="/papers/tide.pdf">the minutes</a>, <a href="#top">above</a>, '
        '<a href="mailto:desk@blog.example">us</a>, <a href="/wp-content/uploads/1.jpg">a picture</a>, '
        '<a href="/2018/01/knots/"><img src="/k.jpg" alt=""></a>, <a href="/2018/01/knots/?replytocom=4">an answer</a>, '
        '<a rel="tag" href="/tag/rope/">rope</a>, <a href="/2018/01/knots/?share=x">share</a>.</p>'
    )

    assert () == found
