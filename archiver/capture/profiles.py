"""Why a revisit has no payload of its own, as WARC-Profile tells it (WARC 1.1, 6.7)."""

_PROFILES = "http://netpreserve.org/warc/1.1/revisit/"
SAME_PAYLOAD = _PROFILES + "identical-payload-digest"
NOT_MODIFIED = _PROFILES + "server-not-modified"


def is_not_modified(profile: str | None) -> bool:
    """Whether the server said that nothing had changed. The address names the version of WARC: 0.17 and 0.18, 1.0, 1.1.

    >>> is_not_modified("http://netpreserve.org/warc/1.0/revisit/server-not-modified")
    True
    """
    return profile is not None and profile.strip("<>").endswith("/revisit/server-not-modified")
