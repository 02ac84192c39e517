"""Lists of files whose paragraphs only say how deep they stand: begun, nested and ended as the paragraphs come."""

from dataclasses import dataclass, field

from archiver.extract.html_pen import Pen


@dataclass(slots=True)
class _Level:
    depth: int  # of the list, for the pen
    item: int  # of its open item
    key: object
    is_numbered: bool


@dataclass(slots=True)
class Lists:
    """The lists that are open. Numbers go on where a list was interrupted."""

    pen: Pen
    levels: list[_Level] = field(default_factory=list)
    counts: dict[object, list[int]] = field(default_factory=dict)  # of the items at each level of a list

    def item(self, key: object, level: int, *, is_numbered: bool) -> None:
        """Begin an item of the list `key`, at a level from 0."""
        self.end(level + 1)
        top = self.levels[-1] if len(self.levels) == level + 1 else None
        if top is not None and (top.is_numbered, top.key) == (is_numbered, key):
            self.pen.end(top.item)
            top.item = self.pen.start("li")
        else:
            self.end(level)
            while len(self.levels) <= level:
                self._begin(key, is_numbered=is_numbered)
        counts = self.counts.setdefault(key, [])
        del counts[level + 1 :]
        counts += [0] * (level + 1 - len(counts))
        counts[level] += 1

    def end(self, level: int = 0) -> None:
        """End all lists from a level on."""
        while len(self.levels) > level:
            self.pen.end(self.levels.pop().depth)

    def _begin(self, key: object, *, is_numbered: bool) -> None:
        counts = self.counts.get(key, [])
        before = counts[len(self.levels)] if len(counts) > len(self.levels) else 0
        depth = self.pen.start(
            "ol" if is_numbered else "ul", {"start": str(before + 1)} if is_numbered and before else None
        )
        self.levels.append(_Level(depth, self.pen.start("li"), key, is_numbered))
