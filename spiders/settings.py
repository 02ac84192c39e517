"""Scrapy's settings for every crawl. What the user may change is in the collection's `collection.toml`."""

from importlib.metadata import version
from typing import Any

from archiver.collection.credentials import Credentials
from archiver.collection.settings import Settings
from archiver.models.memento import Archive

_HOME = "https://pypi.org/project/archiver/"
ROBOTS_TOKEN = "archiver"  # noqa: S105

BOT_NAME = "archiver"
SPIDER_MODULES = ["spiders"]
NEWSPIDER_MODULE = "spiders"

# Nothing of a crawl listens on a port: Scrapy's consoles run code for whoever may connect.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
# The consoles are loaded even where they are switched off, with a whole HTTP server: a third of the start of a crawl.
# An entry of None in EXTENSIONS loads them, too (Scrapy 2.19, `build_component_list`): so the base itself names what is used.
EXTENSIONS_BASE = {
    "scrapy.extensions.corestats.CoreStats": 0,
    "scrapy.extensions.logcount.LogCount": 0,
    "scrapy.extensions.logstats.LogStats": 0,
    "scrapy.extensions.closespider.CloseSpider": 0,
}

DOWNLOAD_HANDLERS = {
    "http": "spiders.handler.WireDownloadHandler",
    "https": "spiders.handler.WireDownloadHandler",
    "data": None,
    "file": None,
    "ftp": None,
    "s3": None,
}
DOWNLOADER_MIDDLEWARES = {
    "spiders.robots.RobotsMiddleware": 100,
    "spiders.resuming.ResumeMiddleware": 150,  # after robots.txt, which names sitemaps, and is had from the archive, too
    "spiders.retry.RetryMiddleware": 550,
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,  # the spider follows, and records each hop
    "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware": None,
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
}
SPIDER_MIDDLEWARES = {
    "scrapy.spidermiddlewares.httperror.HttpErrorMiddleware": None,  # every answer is a result
}
ROBOTSTXT_OBEY = False  # `spiders.robots` does it, and records what was refused
COMPRESSION_ENABLED = False  # the handler decodes
HTTPPROXY_ENABLED = False
COOKIES_ENABLED = False
REFERER_ENABLED = False
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "en,*;q=0.5",
    "Accept-Encoding": "gzip",  # what every reader of WARC files can undo
}
CONCURRENT_ITEMS = (
    4  # Scrapy starts as many tasks for every answer; its default of 100 doubles the cost of a crawl
)
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_DELAY_JITTER = 0.3
STATS_DUMP = False
LOG_INSTALL_ROOT_HANDLER = False  # whoever starts a crawl says what is shown
RETRY_GIVE_UP_LOG_LEVEL = "DEBUG"  # a dead source is a result


def user_agent(contact: str) -> str:
    """Who we are and how to reach the person behind a crawl."""
    return f"archiver/{version('archiver')} (+{contact or _HOME})"


def slot_of(archive: Archive) -> str:
    """The clock of a web archive: all its hosts share one."""
    return f"archive {archive.name}"


def crawl_settings(settings: Settings, credentials: Credentials) -> dict[str, Any]:
    """The collection's settings in Scrapy's terms."""
    polite, network, storage = settings.politeness, settings.network, settings.storage
    return {
        "USER_AGENT": user_agent(polite.contact),
        "ARCHIVER_ROBOTS_TOKEN": ROBOTS_TOKEN,
        "ARCHIVER_LONGEST_WAIT": polite.longest_wait,
        "ARCHIVER_FIRST_WAIT": min(1.0, polite.delay),
        "ARCHIVER_ALLOW_PRIVATE_ADDRESSES": network.allow_private_addresses,
        "ARCHIVER_ALLOW_NETWORKS": network.allow_networks,
        "ARCHIVER_VERIFY_CERTIFICATES": network.verify_certificates,
        "ARCHIVER_PROXY": network.proxy,
        "ARCHIVER_CREDENTIALS": credentials,
        "ARCHIVER_LONGEST_ANSWER": polite.longest_answer,
        "ARCHIVER_SLOWEST": polite.slowest,
        "DOWNLOAD_DELAY": polite.delay,
        "DOWNLOAD_SLOTS": {
            slot_of(archive): {"concurrency": 1, "delay": settings.rescue.delay}
            for archive in settings.rescue.asked()
        },
        "CONCURRENT_REQUESTS": polite.concurrency,
        "CONCURRENT_REQUESTS_PER_DOMAIN": polite.per_host,
        "DOWNLOAD_TIMEOUT": polite.timeout,
        "DOWNLOAD_MAXSIZE": int(storage.max_body_mb * 1024 * 1024),
        "RETRY_TIMES": polite.retries,
    }
