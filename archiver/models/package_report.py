"""What was found of a package: everything that is wrong, everything that is odd, and what the rest proves."""

from dataclasses import dataclass, field

from archiver.models.problem import Problem

_MOST = 10_000  # problems; where more are wrong, nothing is gained by naming them


def printable(text: str) -> str:
    r"""Words of a stranger as they can be written: JSON may hold halves of a character.

    >>> printable("a\ud800")
    'a\\ud800'
    """
    return text.encode("utf-8", "backslashreplace").decode()


@dataclass(slots=True)
class PackageReport:
    """What was found. `problems` are faults, `notes` are remarks: what is unusual, and what could not be checked."""

    title: str = ""
    software: str = ""
    created: str = ""
    files: int = 0  # WARCs
    records: int = 0
    members: int = 0
    lines: int = 0  # of the index
    pages: int = 0
    bytes: int = 0
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    signed_by: str = ""
    stamped: str = ""  # when, and by whom
    is_stamped: bool = False  # and a root that was named vouches for them
    origins: int = 0  # captures that provenance.json tells of
    proven: str = ""  # in one paragraph: what is, and what is not

    def fault(self, kind: str, member: str, words: str, offset: int | None = None) -> None:
        """One thing that is wrong."""
        self.add(Problem(kind=kind, message=printable(words), file=printable(member), offset=offset))

    def remark(self, words: str) -> None:
        """One thing that is odd, or could not be checked."""
        if len(self.notes) < _MOST:
            self.notes.append(printable(words))

    def add(self, *problems: Problem) -> None:
        """Things that are wrong, as many as can be of use."""
        self.problems += problems[: max(0, _MOST - len(self.problems))]

    def conclusion(self) -> str:
        """What is proven, and what is not."""
        if self.problems:
            return (
                "Not proven: what is named above is not as the package says. What is not named is as it was listed, as far as it "
                "could be read; but who changed one thing could have changed others."
            )
        return (
            f"Proven: the package is whole and agrees with itself. Its {self.members} members have the sizes and digests that "
            f"datapackage.json lists; each of {self.records} records matches the digests that it names; each of {self.lines} "
            f"lines of the index leads to the record that it describes; {self._listed_pages()}{self._origins()}. {self._standing()} "
            "Not proven in any case: that the servers, which the records name, answered so, and what is told about the records in "
            "words (titles, texts, references, who cites what). For both there is the word of whoever made it."
        )

    def _listed_pages(self) -> str:
        return f"the {self.pages} pages that it lists were captured" if self.pages else "it lists no pages"

    def _origins(self) -> str:
        return (
            f"; what provenance.json tells of {self.origins} captures is what their records say"
            if self.origins
            else ""
        )

    def _standing(self) -> str:
        """Who vouches for it."""
        if not self.signed_by and not self.is_stamped:
            named = f" {self.stamped[:1].upper()}{self.stamped[1:]}." if self.stamped else ""
            return (
                "Not proven: who made it and when, for it is neither signed nor stamped by anybody who is vouched for, and whoever "
                f"can write files could have made another that agrees with itself as well.{named}"
            )
        by = (
            f"It is signed by {self.signed_by}: whose key that is only they can tell you."
            if self.signed_by
            else "It is not signed: who made it is not proven."
        )
        if not self.stamped:
            return f"{by} It is not stamped: when it was made is not proven."
        if not self.is_stamped:
            return f"{by} {self.stamped[:1].upper()}{self.stamped[1:]}: when it was made is not proven."
        return f"{by} It is {self.stamped}: it was not made or changed later, as far as that authority can be trusted."
