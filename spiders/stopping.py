"""The signal by which the parts of a crawl learn that it is to end soon."""

STOPPING = object()  # for `crawler.signals`

GRACE = 3.0  # seconds that answers under way are given
