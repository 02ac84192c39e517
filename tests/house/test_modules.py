"""The house rules that a reader of the tree relies on, and that no linter checks."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PRODUCT = sorted([*ROOT.glob("archiver/**/*.py"), *ROOT.glob("spiders/**/*.py")])
# Cases are data; some of it may be code in a page.
ALL = sorted(
    path
    for folder in ("archiver", "spiders", "tests", "benchmarks")
    for path in (ROOT / folder).rglob("*.py")
    if (ROOT / "tests" / "cases") not in path.parents
)
# Folders that are registries: a file is found by being there.
PLUGINS = ("discover/platforms", "extract/footnotes", "extract/text", "export/formats")
# Where the clock may be read: at the edges. Everywhere else it is passed in.
CLOCK_ALLOWED = ("archiver/cli", "archiver/capture", "archiver/collection", "spiders")
CLOCKS = {
    *(("datetime", name) for name in ("now", "utcnow", "today")),
    ("date", "today"),
    *(("time", name) for name in ("time", "time_ns", "gmtime", "localtime")),
    *(("uuid", name) for name in ("uuid1", "uuid4")),
}


def name_of(path: Path) -> str:
    """Name a file as a person in the checkout would."""
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    """Parse a module."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def every(
    paths: list[Path], found: "type[ast.AST] | tuple[type[ast.AST], ...]"
) -> Iterator[tuple[str, ast.AST]]:
    """Yield each node of a kind, with the place where it stands."""
    for path in paths:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, found):
                yield f"{name_of(path)}:{getattr(node, 'lineno', 1)}", node


def is_empty(body: list[ast.stmt]) -> bool:
    """Say whether a block does nothing: `pass`, `...` or a bare string."""
    return all(
        isinstance(statement, ast.Pass)
        or (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant))
        for statement in body
    )


def dotted(node: ast.expr) -> tuple[str, ...]:
    """Take `datetime.datetime.now` apart into its names; nothing for other expressions."""
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    return (*([node.id] if isinstance(node, ast.Name) else []), *reversed(names))


def test_tree_is_found() -> None:
    """The other tests of this file look at something."""
    names = {name_of(path) for path in ALL}

    assert {"archiver/__init__.py", "spiders/__init__.py", name_of(Path(__file__))} <= names


@pytest.mark.parametrize("path", ALL, ids=name_of)
def test_module_is_short(path: Path) -> None:
    """A module has under 300 lines, so that it has one reason to change."""
    lines = len(path.read_text(encoding="utf-8").splitlines())

    assert lines < 300


def test_packages_hold_no_code() -> None:
    """A plug-in folder's `__init__` is a docstring: a loader there would be imported by what it loads."""
    folders = [ROOT / "archiver" / folder for folder in PLUGINS if (ROOT / "archiver" / folder).is_dir()]
    with_code = [name_of(folder) for folder in folders if not is_empty(tree_of(folder / "__init__.py").body)]

    assert folders
    assert [] == with_code


def test_imports_stand_at_the_top() -> None:
    """No import hides in a function: a circle is cut by moving the shared noun a floor down."""
    hidden = [
        place
        for place, function in every(PRODUCT, (ast.FunctionDef, ast.AsyncFunctionDef))
        if any(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(function))
    ]

    assert [] == hidden


def test_nothing_is_left_for_later() -> None:
    """No mark of unfinished work stands in the tree."""
    # Put together here, so that this file does not find itself.
    marks = re.compile(
        r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X", "NotImplemented" + "Error"]) + r")\b"
    )
    unfinished = [
        f"{name_of(path)}:{number}"
        for path in ALL
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if marks.search(line)
    ]

    assert [] == unfinished


def test_no_error_is_swallowed() -> None:
    """Every `except` does something: an archive that silently skips is worse than one that stops."""
    swallowed = [
        place
        for place, handler in every(PRODUCT, ast.ExceptHandler)
        if isinstance(handler, ast.ExceptHandler) and is_empty(handler.body)
    ]
    everything = [
        place
        for place, call in every(PRODUCT, ast.Call)
        if isinstance(call, ast.Call)
        and dotted(call.func)[-1:] == ("suppress",)
        and any(dotted(kind)[-1:] in {("Exception",), ("BaseException",)} for kind in call.args)
    ]

    assert [] == swallowed + everything


def test_tables_are_asked_for_by_method() -> None:
    """`db.table("posts")`, not `db["posts"]`: only the first passes the type checker."""
    subscripts = [
        place
        for place, node in every(PRODUCT, ast.Subscript)
        if isinstance(node, ast.Subscript) and dotted(node.value)[-1:] in {("db",), ("_db",), ("database",)}
    ]

    assert [] == subscripts


def test_clock_is_passed_in() -> None:
    """Below the edges nothing reads the clock or draws an id: the same WARCs give the same rows."""
    inner = [path for path in PRODUCT if not name_of(path).startswith(CLOCK_ALLOWED)]
    calls = [
        place
        for place, call in every(inner, ast.Call)
        if isinstance(call, ast.Call) and dotted(call.func)[-2:] in CLOCKS
    ]
    imported = [
        place
        for place, node in every(inner, ast.ImportFrom)
        if isinstance(node, ast.ImportFrom)
        and any((node.module, alias.name) in CLOCKS for alias in node.names)
    ]

    assert inner
    assert [] == calls + imported
