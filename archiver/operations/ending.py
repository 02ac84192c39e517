"""How a crawl ended, as the machine is told."""

from dataclasses import dataclass, field
from datetime import datetime

from archiver.models.errors import SUCCESSES
from archiver.models.views import Balance


@dataclass(slots=True, kw_only=True)
class Ending:
    """Filled while a crawl goes on; whole when it has ended. A crawl that fails early leaves most of it empty."""

    archive: str  # its folder, absolute
    started: datetime
    ended: datetime | None = None
    exit_code: int = 1
    counts: dict[str, int] = field(default_factory=dict)  # as the runs table has them
    balance: Balance | None = None

    @property
    def is_success(self) -> bool:
        """Whether it counts as one."""
        return self.exit_code in SUCCESSES
