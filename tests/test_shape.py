"""The shape of the program: imports go down only, I/O and printing live in `app`, files stay small."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "taiyaku"

ALLOWED = {
    "base": {"base"},
    "language": {"base", "language"},
    "model": {"base", "language", "model"},
    "bibliography": {"base", "language", "model", "bibliography"},
    "content": {"base", "language", "model", "bibliography", "content"},
    "checks": {"base", "language", "parity", "model", "bibliography", "checks"},
    "parity": {"base", "language", "parity"},
    "exchange": {"base", "language", "parity", "exchange"},
    "pages": {"base", "language", "model", "bibliography", "pages"},
    "render": {"base", "language", "model", "bibliography", "pages", "render"},
    "app": {
        "base",
        "language",
        "model",
        "bibliography",
        "content",
        "checks",
        "pages",
        "render",
        "parity",
        "exchange",
        "app",
    },
}
MODULES = [path for floor in ALLOWED for path in sorted((SOURCE / floor).rglob("*.py"))]


def imported_floors(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "taiyaku" and len(parts) > 1:
                yield parts[1]


def names_used(tree: ast.AST) -> set[str]:
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {func.id for func in calls if isinstance(func, ast.Name)}


def modules_imported(tree: ast.AST) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def relative(path: Path) -> str:
    return str(path.relative_to(SOURCE))


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_imports_go_down_only(path: Path) -> None:
    floor = path.relative_to(SOURCE).parts[0]
    floors = set(imported_floors(ast.parse(path.read_text("utf-8"))))
    assert floors <= ALLOWED[floor]


@pytest.mark.parametrize("path", [p for p in MODULES if "app" not in p.parts], ids=relative)
def test_files_clock_and_environment_are_only_touched_in_app(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert not names_used(tree) & {"open", "print", "input"}
    assert not modules_imported(tree) & {"os", "sys", "time", "subprocess", "shutil", "socket", "tempfile"}
    assert "Path" not in {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "pathlib"
        for alias in node.names
    }


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_no_module_is_longer_than_400_lines(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400


def functions() -> Iterator[tuple[str, int]]:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield f"{relative(path)}:{node.name}", (node.end_lineno or 0) - node.lineno + 1


def test_no_function_is_longer_than_50_lines() -> None:
    assert [name for name, lines in functions() if lines > 50] == []
