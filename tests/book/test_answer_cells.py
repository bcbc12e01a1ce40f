"""A notebook that was taken away holds a cell for each of its exercises."""

import importlib.util
import re
import sys
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from traitlets.config import Config

from d2lcode import notebooks
from d2lcode.grading import catalogue, cell, magic
from d2lcode.grading.needs import RUNNER
from d2lcode.pages import BACKENDS, page_backends, read_page

ROOT = Path(__file__).parents[2]
EXERCISES = catalogue.find(ROOT)
FENCE = re.compile(r"^:::\{exercise\} (\S+)$", re.M)


def everything():
    """Each page that has exercises, with each of its backends."""
    cases = []
    for page in notebooks.pages(ROOT):
        path = ROOT / "book" / f"{page}.md"
        if FENCE.search(path.read_text("utf8")):
            for backend in page_backends(read_page(path)) or [None]:
                name = f"{page}-{backend}"
                cases.append(pytest.param(page, backend, id=name))
    return cases


@pytest.fixture
def shell(tmp_path, monkeypatch):
    """A shell outside of the book, whose account is a folder here."""
    monkeypatch.chdir(tmp_path)
    settings = Config()
    settings.HistoryManager.enabled = False
    InteractiveShell.clear_instance()
    yield InteractiveShell.instance(config=settings)
    InteractiveShell.clear_instance()


@cache
def assembled(page, backend):
    read = read_page(ROOT / "book" / f"{page}.md")
    return notebooks.assemble(read, backend, page, ROOT).cells


@pytest.mark.parametrize(("page", "backend"), everything())
def test_each_exercise_has_its_statement_and_below_it_its_cell(page, backend):
    cells = assembled(page, backend)
    text = (ROOT / "book" / f"{page}.md").read_text("utf8")
    wanted = FENCE.findall(text)
    asked = [c.source.split()[1] for c in cells if is_answer(c)]
    assert list(dict.fromkeys(asked)) == wanted
    for above, below in pairwise(cells):
        if is_answer(below) and not is_answer(above):
            exercise = EXERCISES[below.source.split()[1]]
            assert f"**Exercise: {exercise.title}**" in above.source
            assert f"`%hint {exercise.id}`" in above.source
            assert above.source.rstrip().endswith(").")


def is_answer(cell):
    return cell.cell_type == "code" and cell.source.startswith("%%check ")


@pytest.mark.parametrize(("page", "backend"), everything())
def test_unanswered_the_cells_run_and_are_not_begun(
    page, backend, shell, monkeypatch
):
    """The rest of the notebook is run where it was made."""
    monkeypatch.setattr(magic, "find", lambda root: EXERCISES)
    cells = [c for c in assembled(page, backend) if is_answer(c)]
    shell.run_line_magic("load_ext", "d2lcode")
    for waiting in cells:
        with capture_output() as caught:
            assert shell.run_cell(waiting.source).success, caught.stderr
        assert "Not begun yet" in caught.stdout + "".join(
            output.data["text/plain"] for output in caught.outputs
        )


@pytest.mark.parametrize(("page", "backend"), everything())
def test_a_cell_is_for_the_notebooks_backend(page, backend):
    for waiting in filter(is_answer, assembled(page, backend)):
        first, _, code = waiting.source.partition("\n")
        exercise = EXERCISES[first.split()[1]]
        said = first.partition(" --backend ")[2]
        if exercise.variants == ("",):
            assert said == ""
        else:
            assert said == backend or backend is None
            assert cell.imports(code) & set(BACKENDS) <= {said}
        assert cell.untouched(exercise, said, code)


def first(page, backend):
    return next(c for c in assembled(page, backend) if c.cell_type == "code")


def run_first(shell, source, absent, monkeypatch):
    """Run a first cell where modules are absent: what pip was asked for."""
    asked = []
    found = importlib.util.find_spec

    def find(name, package=None):
        return None if name in absent else found(name, package)

    shell.register_magic_function(asked.append, "line", "pip")
    with monkeypatch.context() as patched, capture_output():
        patched.setattr(importlib.util, "find_spec", find)
        assert shell.run_cell(source).success
    assert "check" in shell.magics_manager.magics["cell"]
    return asked


@pytest.mark.parametrize("backend", ["torch", "paddle"])
def test_the_first_cell_leaves_an_older_framework_as_it_is(
    backend, shell, tmp_path, monkeypatch
):
    module = tmp_path / "old" / backend / "__init__.py"
    module.parent.mkdir(parents=True)
    module.write_text("__version__ = '0.1.old'\n", "utf8")
    monkeypatch.syspath_prepend(tmp_path / "old")
    monkeypatch.delitem(sys.modules, backend, raising=False)
    source = first("cnn/lenet", backend).source
    asked = run_first(shell, source, {"d2lcode", "pytest"}, monkeypatch)
    assert len(asked) == 1
    assert "d2lcode[exercises] @ git+" in asked[0]
    assert '"pytest"' in asked[0]
    assert not re.search(r"torch|paddle", asked[0])
    assert importlib.util.find_spec(backend).origin == str(module)


@pytest.mark.parametrize(
    ("page", "backend"),
    [("cnn/lenet", "torch"), ("cnn/lenet", "paddle")],
)
def test_the_first_cell_fetches_a_framework_that_is_missing(
    page, backend, shell, monkeypatch
):
    source = first(page, backend).source
    (asked,) = run_first(shell, source, {backend}, monkeypatch)
    assert "d2lcode" not in asked
    assert asked.count('"') == 2
    needed = {"torch": "torch", "paddle": "paddlepaddle"}[backend]
    assert asked.startswith(f'install -q "{needed}')
    assert "==" not in asked


@pytest.mark.parametrize(
    ("backend", "exporter"),
    [("torch", "onnxscript"), ("paddle", "paddle2onnx")],
)
def test_a_page_that_exports_fetches_what_that_needs(
    backend, exporter, shell, monkeypatch
):
    source = first("compression/smaller", backend).source
    absent = {"onnxruntime", exporter}
    (asked,) = run_first(shell, source, absent, monkeypatch)
    assert f'"{exporter}' in asked
    assert '"onnxruntime"' in asked
    assert ("< '3.13'\"" in asked) == (backend == "paddle")
    assert exporter not in first("cnn/lenet", backend).source


def test_where_nothing_is_missing_nothing_is_fetched(shell, monkeypatch):
    source = first("regression/descending", None).source
    assert run_first(shell, source, set(), monkeypatch) == []
    assert not re.search(r"torch|paddle", source)
    for name in RUNNER:
        (asked,) = run_first(shell, source, {name}, monkeypatch)
        assert asked == f'install -q "{name}"'
