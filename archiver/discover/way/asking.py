"""What has been asked for, and whether more may be: once each, within the blog, within the scope."""

from archiver.discover.addresses import is_trap, key
from archiver.discover.way.known_posts import month_of_post
from archiver.models.blog import Month, PostLink
from archiver.models.capture import Role
from archiver.models.lead import Lead, Scope
from archiver.web.url import is_within, without_fragment


class Asking:
    """Turns addresses into leads; an address that was asked for, or may not be, gives none."""

    def __init__(self, root: str, scope: Scope, today: Month) -> None:
        self.root = root  # the blog is what lies below this address's folder
        self.scope = scope
        self._today = today
        self._asked: set[str] = set()
        self._posts = 0

    @property
    def is_full(self) -> bool:
        """Whether as many posts were asked for as are wanted."""
        return self.scope.limit is not None and self._posts >= self.scope.limit

    def wants(self, month: Month) -> bool:
        """Whether a month is wanted, and not in the future."""
        return month <= self._today and self.scope.wants(month)

    def may_go_on(self, posts: tuple[PostLink, ...]) -> bool:
        """Whether a list goes on with wanted posts. Lists are newest first: a part whose posts are all too old is the last."""
        since = self.scope.since or min(self.scope.months, default=None)
        months = [month for post in posts if (month := month_of_post(post)) is not None]
        return since is None or len(months) < len(posts) or not months or max(months) >= since

    def is_ours(self, url: str) -> bool:
        """Whether an address belongs to the blog."""
        return is_within(url, self.root)

    def has_asked(self, url: str) -> bool:
        """Whether an address was asked for, or redirected to."""
        return key(url) in self._asked

    def note(self, url: str) -> None:
        """Remember where a redirect led."""
        self._asked.add(key(url))

    def page(self, url: str, role: Role, hop: str) -> list[Lead]:
        """A page that is neither a month's nor a post's."""
        return self._lead(Lead(url=without_fragment(url), role=role, hop=hop))

    def month_page(self, month: Month, url: str, page: int) -> list[Lead]:
        """A page of a month's archive."""
        if self.is_full or not self.wants(month) or not self.is_ours(url):
            return []
        return self._lead(Lead(url=without_fragment(url), role=Role.MONTH, hop="L", month=month, page=page))

    def post(
        self, post: PostLink, hop: str, month: Month | None = None, *, even_undated: bool = False
    ) -> list[Lead]:
        """A post. The month whose page lists it counts for more than its own date, which may be in another offset."""
        when = month or month_of_post(post)
        in_scope = self.wants(when) if when is not None else even_undated or not self.scope.is_bounded
        if self.is_full or not in_scope or is_trap(post.url) or not self.is_ours(post.url):
            return []
        leads = self._lead(Lead(url=without_fragment(post.url), role=Role.POST, hop=hop, month=month))
        self._posts += len(leads)
        return leads

    def _lead(self, lead: Lead) -> list[Lead]:
        if key(lead.url) in self._asked:
            return []
        self._asked.add(key(lead.url))
        return [lead]
