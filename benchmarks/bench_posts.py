"""How the time to read a post grows with its length: pages that defeat readers, at one, two and four times a length.

The ratio of neighbouring lengths is what counts: about 2 where time is linear, 4 where it is the square.
"""

import time
from collections.abc import Callable

from archiver.extract.post import read_post_page
from archiver.extract.repeats import name_works
from archiver.web.page import Page

BLOG = "https://blog.example/"
HEAD = '<article class="post"><h1>Slow clock</h1><time datetime="2019-09-12">12 September 2019</time><div class="entry-content"><p>Words of a post.</p>'
PAGES: tuple[tuple[str, int, Callable[[int], str]], ...] = (
    ("nested", 2000, lambda n: "<div><span>" * n + "Word" + "</span></div>" * n),
    ("superscripts", 1000, lambda n: "<p>Word " + "<sup>" * n + "1" + "</sup>" * n + "</p>" + "<p>Word<sup>1</sup></p>" * n),
    ("one id", 700, lambda n: '<p>Word.<sup><a href="#a">1</a></sup></p>' * n + '<p id="a">1 Log <a href="#a">x</a></p>' * n),
    ("marks", 1200, lambda n: "<p>" + 'Word said.<sup id="r"><a href="#n">1</a></sup> ' * n + '</p><ol><li id="n">Log.</li></ol>'),
    ("links", 1200, lambda n: '<p>As <a href="https://a.example/">Orm</a> says.</p>' * n),
    ("brackets", 8000, lambda n: "<p>" + "([1] (Ek 1999 “" * n + "</p><h2>References</h2><p>Ek, Ida. 1999. Rain.</p>"),
    ("coins", 400, lambda n: "<h2>References</h2>" + '<p>Ek, Rain.<span class="Z3988" title="rft_id=info:doi/10.5/x"></span></p>' * n),
    ("sections", 200, lambda n: "<h2>Day</h2><p>Word.<sup>1</sup></p><h3>Notes</h3><ol><li>Log.</li></ol>" * n),
)  # fmt: skip


def seconds(html: str) -> float:
    """CPU seconds to read a page, citations and works included; parsing is not ours."""
    page = Page(BLOG + "2019/09/clock/", HEAD + html)
    started = time.process_time()
    post = read_post_page(page, blog=BLOG, listed=True)
    name_works(post.citations if post is not None else ())
    return time.process_time() - started


def main() -> None:
    """Print each page's time and how it grows."""
    for name, length, make in PAGES:
        once, twice, four = (seconds(make(length * times)) for times in (1, 2, 4))
        print(f"{name:14}{once:7.2f} s  x2: {twice / once:4.1f}  x4: {four / twice:4.1f}")


if __name__ == "__main__":
    main()
