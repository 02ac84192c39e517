"""Running text that was cleaned once, cleaned once more before it is shown: an allow-list without styles, names or addresses to fetch."""

import nh3

_TAGS = frozenset(
    "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i "
    "ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub sup table tbody td tfoot th thead time tr u ul var".split()
)
_ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href"},
    "ol": {"start", "reversed"},
    "li": {"value"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}


def clean_prose(html: str) -> str:
    """The text with its structure and its links, and nothing that runs or is fetched."""
    return nh3.clean(
        html,
        tags=set(_TAGS),
        attributes={name: set(allowed) for name, allowed in _ATTRIBUTES.items()},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
