"""Names that import their module when they are first used."""

import importlib.util
import sys
import types

import pytest

from d2lcode import _lazy


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package with a lazy name, in a module that counts its imports."""
    root = tmp_path / "lazybones"
    root.mkdir()
    (root / "__init__.py").write_text(
        "from d2lcode._lazy import lazy\n"
        "NAMES = {'answer': 'deep', 'gone': 'deep'}\n"
        "__getattr__, __dir__ = lazy(__name__, NAMES)\n",
        encoding="utf-8",
    )
    (root / "deep.py").write_text("answer = 42\n", encoding="utf-8")
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
    assert dir(package) == ["answer", "gone"]


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


def test_the_pip_commands_are_those_of_the_project():
    import tomllib
    from pathlib import Path

    path = Path(__file__).parents[1] / "pyproject.toml"
    extras = tomllib.loads(path.read_text("utf-8"))["project"][
        "optional-dependencies"
    ]
    assert {name: [pip] for name, pip in _lazy.PIP.items()} == {
        name: extras[name] for name in _lazy.PIP
    }
