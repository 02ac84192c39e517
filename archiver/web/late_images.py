"""The attributes from which scripts take the images of a page when they are about to be seen; the surest first."""

LATE = (
    "data-src",
    "data-lazy-src",
    "data-original",
    "data-lazy",
    "data-hi-res-src",
    "data-lazyload",
    "data-echo",
    "data-full-src",
    "data-image",
    "lazy-src",
)
ORIGINAL = "data-orig-file"  # larger than what was shown
LATE_SETS = ("data-srcset", "data-lazy-srcset")
LATE_BACKGROUNDS = ("data-bg", "data-background-image", "data-lazy-background")


def bare(link: str) -> str:
    """The address in what a script puts behind an element, with or without `url(...)` around it.

    >>> bare("url('a.png')"), bare(" b.png ")
    ('a.png', 'b.png')
    """
    link = link.strip()
    return link[4:-1].strip("\"' ") if link[:4].lower() == "url(" and link.endswith(")") else link
