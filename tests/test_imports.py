"""In the package arrows point one way: no import ends where it began."""

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def modules(root):
    """Dotted name -> file, for every module of the package."""
    found = {}
    for path in sorted((root / "d2lcode").rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        name = ".".join(p for p in parts if p != "__init__")
        found[name] = path
    return found


def base(name, path, level):
    """The package that so many dots in front of a name stand for."""
    parts = name.split(".")
    up = level - (path.name == "__init__.py")
    return ".".join(parts[: len(parts) - up]) if level else ""


def imported(name, path):
    """Every dotted name that a module imports, in functions as well."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parts = (base(name, path, node.level), node.module)
            source = ".".join(p for p in parts if p)
            yield source
            yield from (f"{source}.{alias.name}" for alias in node.names)


def circle(root):
    """The names along a circle of imports; none where there is none.

    That a module imports the package which it lies in is no arrow of its
    own: Python does so for every module.
    """
    files = modules(root)
    graph = {
        name: {
            other
            for other in imported(name, path)
            if other in files and not f"{name}.".startswith(f"{other}.")
        }
        for name, path in files.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return error.args[1]
    return []


def test_the_package_has_no_circle_of_imports():
    assert circle(ROOT) == []


@pytest.mark.parametrize(
    "back",
    [
        "from d2lcode.a import A",
        "import d2lcode.a",
        "from . import a",
        "def f():\n    from .a import A",
    ],
)
def test_a_circle_is_found(tmp_path, back):
    package = tmp_path / "d2lcode"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "a.py").write_text("from d2lcode import b\n", "utf-8")
    (package / "b.py").write_text(f"{back}\n", "utf-8")
    assert set(circle(tmp_path)) == {"d2lcode.a", "d2lcode.b"}
