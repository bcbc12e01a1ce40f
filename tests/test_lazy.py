"""Names that import their module when they are first used."""

import ast
import importlib.util
import sys
import tomllib
import types
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import d2lcode
from d2lcode import _lazy

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
STUBS = sorted(Path(d2lcode.__file__).parent.rglob("*.pyi"))


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package with a lazy name, in a module that counts its imports."""
    root = tmp_path / "lazybones"
    root.mkdir()
    (root / "__init__.py").write_text(
        "from d2lcode._lazy import lazy\n"
        "__getattr__, __dir__, __all__ = lazy(__name__)\n",
        encoding="utf-8",
    )
    (root / "__init__.pyi").write_text(
        '"""What is there, from here and there."""\n\n'
        "from . import deep as deep\n"
        "from .deep import answer as answer\n"
        "from .deep import gone as gone\n"
        "from .deep.er import depth as depth\n\n"
        "number: int\n",
        encoding="utf-8",
    )
    (root / "deep").mkdir()
    (root / "deep" / "__init__.py").write_text("answer = 42\n", "utf-8")
    (root / "deep" / "er.py").write_text("depth = 2\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield importlib.import_module("lazybones")
    for name in [n for n in sys.modules if n.startswith("lazybones")]:
        del sys.modules[name]


def test_a_module_is_imported_at_first_use(package):
    assert "lazybones.deep" not in sys.modules
    assert package.answer == 42
    assert "lazybones.deep" in sys.modules


def test_the_value_is_kept(package):
    assert "answer" not in vars(package)
    assert package.answer is package.answer
    assert vars(package)["answer"] == 42


def test_dir_lists_the_names(package):
    assert dir(package) == ["answer", "deep", "depth", "gone"]
    assert sorted(package.__all__) == dir(package)


def test_a_name_may_be_a_module_or_lie_deeper(package):
    assert package.depth == 2
    assert package.deep is sys.modules["lazybones.deep"]


def test_other_names_are_no_attributes(package):
    with pytest.raises(AttributeError, match="has no attribute 'question'"):
        _ = package.question
    assert not hasattr(package, "question")


def test_from_import_works(package):
    from lazybones import answer

    assert answer == 42


@pytest.mark.parametrize("backend", ["torch", "paddle"])
def test_an_absent_backend_is_told_with_its_pip_command(monkeypatch, backend):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(_lazy.BackendMissingError) as refusal:
        _lazy.require(backend)
    assert f"pip install {_lazy.PIP[backend]}" in str(refusal.value)
    assert isinstance(refusal.value, ImportError)


def test_what_is_blocked_counts_as_absent(monkeypatch):
    monkeypatch.setitem(sys.modules, "nowhere", None)
    assert not _lazy.installed("nowhere")
    assert not _lazy.installed("surely_not_a_module")
    assert _lazy.installed("json")
    monkeypatch.setitem(sys.modules, "bare", types.ModuleType("bare"))
    assert not _lazy.installed("bare")  # a module without a spec


def test_the_pip_commands_name_what_the_project_does():
    """No version: a reader's own framework need not be replaced."""
    extras = PROJECT["project"]["optional-dependencies"]
    for backend, pip in _lazy.PIP.items():
        (needed,) = map(Requirement, extras[backend])
        assert needed.name == pip
        assert not any(s.operator == "==" for s in needed.specifier)


def package_of(stub):
    parts = stub.parent.relative_to(Path(d2lcode.__file__).parents[1]).parts
    return importlib.import_module(".".join(parts))


def packages():
    """Each package that has a stub; of the twins, those that can work."""
    for stub in STUBS:
        if stub.parent.name not in _lazy.PIP or _lazy.installed(
            stub.parent.name
        ):
            yield pytest.param(stub, id=stub.parent.name)


@pytest.mark.parametrize("stub", [*packages()])
def test_each_name_of_a_stub_is_there(stub):
    package = package_of(stub)
    imports = [
        node
        for node in ast.parse(stub.read_text("utf-8")).body
        if isinstance(node, ast.ImportFrom)
    ]
    assert imports
    for node in imports:
        (name,) = node.names  # a line each, as the lazy loader reads them
        assert name.asname == name.name
        if name.name in _lazy.PIP and not _lazy.installed(name.name):
            continue
        value = getattr(package, name.name)
        module = f"{package.__name__}.{node.module or name.name}"
        assert module in sys.modules
        if node.module:
            assert value is getattr(sys.modules[module], name.name)
    assert dir(package) == sorted(node.names[0].name for node in imports)


@pytest.mark.parametrize(
    "name", ["", "data", "grading", "scratch", *_lazy.PIP]
)
def test_what_has_lazy_names_has_a_stub(name):
    assert Path(d2lcode.__file__).parent / name / "__init__.pyi" in STUBS


def test_the_stub_of_scratch_names_every_idea():
    folder = Path(d2lcode.__file__).parent / "scratch"
    ideas = {p.stem for p in folder.glob("*.py")} - {"__init__"}
    assert set(importlib.import_module("d2lcode.scratch").__all__) == ideas


def test_wheels_hold_the_stubs():
    """Without them no name would be found."""
    patterns = PROJECT["tool"]["setuptools"]["package-data"]["d2lcode"]
    root = Path(d2lcode.__file__).parent
    taken = {path for pattern in patterns for path in root.glob(pattern)}
    assert set(STUBS) <= taken


def test_a_type_checker_reads_the_names():
    """`make lint` does; see the file."""
    assert "tests/typed_names.py" in PROJECT["tool"]["mypy"]["files"]
