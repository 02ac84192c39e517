"""What the user wrote of the place where all can look at the archive: `[publish]` of `collection.toml`."""

from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, field_validator

from archiver.web.url import resolve

_OWN = ("localhost", "127.", "[::1]", "0.0.0.0")  # noqa: S104  # nothing is bound: nobody else can look there
_SNAPSHOT = "{snapshot}"


class PublishSettings(BaseModel):
    """Where the pages are public. Without it no address of ours is written into a citation."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    public_base_url: str = (
        ""  # of what `archiver export site` wrote; or with {snapshot} in it, of a served database
    )
    name: str = ""  # of the archive, as it stands in a sentence: "the Ledger Archive"

    @field_validator("public_base_url")
    @classmethod
    def _base(cls, text: str) -> str:
        if not text:
            return text
        host = urlsplit(text).netloc.lower()
        if resolve("", text) is None or "@" in host or text.count("{") != text.count(_SNAPSHOT):
            raise ValueError(
                f"{text!r} is no address; write it as https://archive.example.org/ or "
                "https://data.example.org/archive/-/snapshot/{snapshot}"
            )
        if host.startswith(_OWN):
            raise ValueError(f"{text!r} is this machine's own: nobody else can look there")
        if _SNAPSHOT in text:
            return text
        if urlsplit(text).query or urlsplit(text).fragment:
            raise ValueError(f"{text!r} has a query; write it as https://archive.example.org/")
        return text if text.endswith("/") else f"{text}/"

    def snapshot(self, snapshot_id: int) -> str | None:
        """Where a capture is shown to all: the site's page, or the served one; None where none is public."""
        if not self.public_base_url:
            return None
        if _SNAPSHOT in self.public_base_url:
            return self.public_base_url.replace(_SNAPSHOT, str(snapshot_id))
        return f"{self.public_base_url}snapshot-{snapshot_id}.html"
