"""How a crawl reaches hosts, in Scrapy's settings: addresses, certificates, proxy, secrets, bounds."""

from dataclasses import dataclass

from scrapy.crawler import Crawler

from archiver.collection.credentials import Credentials
from spiders.addresses import AddressPolicy
from spiders.dialling import Dialler
from spiders.proxy import Proxy
from spiders.transfer import Bounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The settings of a crawl that concern connections."""

    policy: AddressPolicy
    bounds: Bounds
    verify_certificates: bool
    proxy: str
    credentials: Credentials

    def dialler(self) -> Dialler:
        """Opens connections as the settings say."""
        return Dialler(
            self.policy,
            timeout=self.bounds.silence,
            verify_certificates=self.verify_certificates,
            proxy=Proxy.of(self.proxy, self.credentials.proxy.basic),
        )


def network_of(crawler: Crawler) -> Network:
    """Read the settings."""
    settings = crawler.settings
    return Network(
        policy=AddressPolicy.of(
            settings.getlist("ARCHIVER_ALLOW_NETWORKS"),
            allow_private=settings.getbool("ARCHIVER_ALLOW_PRIVATE_ADDRESSES"),
        ),
        bounds=Bounds(
            silence=settings.getfloat("DOWNLOAD_TIMEOUT"),
            whole=settings.getfloat("ARCHIVER_LONGEST_ANSWER"),
            rate=settings.getint("ARCHIVER_SLOWEST"),
            body=settings.getint("DOWNLOAD_MAXSIZE"),
        ),
        verify_certificates=settings.getbool("ARCHIVER_VERIFY_CERTIFICATES"),
        proxy=settings.get("ARCHIVER_PROXY") or "",
        credentials=settings.get("ARCHIVER_CREDENTIALS") or Credentials(),
    )
