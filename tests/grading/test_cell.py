"""`%%check` in a notebook: a cell as an answer."""

import ast
import re
import subprocess
import sys
from dataclasses import replace

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from traitlets.config import Config

from d2lcode.grading import cell, magic, needs, runner, state
from d2lcode.grading.catalogue import find
from d2lcode.grading.results import FAILED, PASSED, Outcome, Result
from d2lcode.grading.shown import Note, Report

DOUBLE = "def double(x):\n    return 2 * x\n"
SQUARE = "def double(x):\n    return x * x\n"
OPEN = "def double(x):\n    raise NotImplementedError\n"


@pytest.fixture
def notebook(book, monkeypatch):
    """A shell that has loaded the extension, in the toy book's folder."""
    monkeypatch.chdir(book)
    settings = Config()
    settings.HistoryManager.enabled = False
    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance(config=settings)
    shell.run_line_magic("load_ext", "d2lcode")
    yield shell
    InteractiveShell.clear_instance()


@pytest.fixture
def run(notebook):
    """Runs a cell: what it displayed, as text, and what it printed."""

    def run(source):
        with capture_output() as caught:
            run.success = notebook.run_cell(source).success
        shown = [output.data for output in caught.outputs]
        run.html = [data.get("text/html", "") for data in shown]
        texts = [data.get("text/plain", "") for data in shown]
        return "\n".join([*texts, caught.stdout, caught.stderr])

    return run


def test_a_right_cell_earns_its_points_and_lands_in_the_notebook(
    run, notebook, book
):
    said = run(f"%%check toy/double\n{DOUBLE}\nprint('printed here')")
    assert "4 of 4 points" in said
    assert "printed here" in said
    assert notebook.user_ns["double"](4) == 8
    assert state.load(book)["grades"]["toy/double"]["status"] == PASSED
    assert not [p for p in book.rglob("*") if "this cell" in p.name]


def test_a_wrong_cell_is_told_why_and_where_help_is(run, notebook, book):
    said = run(f"%%check double\n{SQUARE}")
    assert "Likely mistake: you squared it." in said
    assert "Hint 1 of 3: Multiply." in said
    assert "%hint toy/double" in said
    assert "%starter toy/double" in said
    assert "d2lcode hint" not in said
    assert run.success
    assert notebook.user_ns["double"](4) == 16
    assert state.load(book)["grades"]["toy/double"]["status"] == FAILED
    assert "Hint 2 of 3: By two." in run("%hint double")


def test_an_untouched_starter_is_not_begun_and_no_record(
    run, notebook, book, monkeypatch
):
    monkeypatch.setattr(runner, "grade", None)
    notebook.user_ns["double"] = "from the page"
    for source in (OPEN, f"\n{OPEN}", f"import math\n\n{OPEN}"):
        said = run(f"%%check toy/double\n{source}")
        assert "Not begun yet: write your answer into this cell" in said
        assert run.success
    assert not (book / ".d2lcode" / "state.json").exists()
    assert notebook.user_ns["double"] == "from the page"


def test_a_starter_that_helps_along_is_not_begun_either(book, toy):
    helps = "def double(x):\n    return x + x + x  # where is the bug?\n"
    path = toy.starters[""]
    path.write_text(f'"""Task."""\n\n{helps}', "utf8")
    toy = find(book)["toy/double"]
    untouched = replace(toy, originals={"": path})
    assert cell.untouched(untouched, "", helps)
    assert not cell.untouched(untouched, "", DOUBLE)


def test_errors_name_the_cell_and_its_lines(run, notebook):
    said = run("%%check toy/double\n\ndef double(x):\n    return x / 0\n")
    assert "It was in line 4 of this cell:" in said
    assert ".py" not in said
    assert "double" in notebook.user_ns


def test_a_name_of_another_cell_is_explained(run):
    run("def helper(x):\n    return 2 * x")
    said = run("%%check double\ndef double(x):\n    return helper(x)\n")
    assert "NameError: name 'helper' is not defined" in said
    assert "`helper` comes from another cell." in said
    assert said.count("comes from another cell") == 1


@pytest.mark.parametrize(
    ("name", "added"), [("helper", True), ("hepler", False)]
)
def test_only_what_the_notebook_has_comes_from_another_cell(
    tmp_path, name, added
):
    says = f"Your code raised a NameError: name '{name}' is not defined"
    outcome = Outcome("test_a", 1, FAILED, says)
    told = cell._told(outcome, tmp_path / cell.FILE, "toy/x", {"helper"})
    assert ("another cell" in told.message) is added


def test_what_python_cannot_read_is_said_once(run):
    said = run("%%check double\ndef double(x)\n    return x")
    assert "Python cannot read this cell: expected ':', in line 2" in said
    assert said.count("The same as above.") == 2
    said = " ".join(run("%%check double\n!ls\n").split())
    assert "lines that begin with % or ! belong in a cell of their own" in said


def test_a_missing_function_is_brought_back_by_the_notebooks_command(run):
    said = " ".join(run("%%check double\nx = 3").split())
    assert "This cell has no `double`." in said
    assert "`%starter toy/double` brings the starter back." in said
    assert "d2lcode reset" not in said


def test_an_endless_loop_is_stopped_and_not_begun_again_here(
    run, notebook, book
):
    grader = book / "tests/exercises/toy/test_double.py"
    grader.write_text(f"{grader.read_text('utf8')}\nSECONDS = 1\n", "utf8")
    said = run(f"%%check double\n{DOUBLE}\nwhile True:\n    pass")
    assert "had not finished after 1 seconds" in said
    assert notebook.user_ns["double"](4) == 8


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("%%check duoble\nx = 1", "no exercise 'duoble'; close to it: toy"),
        ("%%check\nx = 1", "expected one exercise, such as"),
        ("%%check double triple\nx = 1", "expected one exercise, such as"),
        ("%%check double --backend jax\nx = 1", "expected torch or paddle"),
        ("%check double", "%%check is the first line of a cell"),
        ("%hint duoble", "no exercise 'duoble'"),
    ],
)
def test_a_wrong_request_is_one_sentence(run, line, says):
    said = run(line)
    assert f"UsageError: {said.strip()[12:]}" == said.strip()
    assert says in said
    assert not run.success


def test_what_is_not_installed_is_named_only_when_it_is_needed(
    run, monkeypatch
):
    monkeypatch.setattr(needs, "RUNNER", ("pytest", "not_installed"))
    assert "Not begun yet" in run(f"%%check double\n{OPEN}")
    said = run(f"%%check double\n{DOUBLE}")
    assert "grading needs not_installed" in said
    assert "%pip install not_installed" in said


def test_the_starter_comes_in_a_new_cell(run, notebook):
    notebook.set_next_input = lambda text: setattr(run, "next", text)
    run("%starter double")
    assert run.next.startswith("%%check toy/double\ndef double(x):")
    assert "Not begun yet" in run(run.next)


def test_without_a_folder_the_account_remembers(
    run, tmp_path, book, monkeypatch
):
    home = tmp_path / "account" / "d2lcode"
    exercise = find(book)["toy/double"]
    away = replace(exercise, home=home, originals=exercise.starters)
    monkeypatch.setattr(magic, "home", lambda: home)
    monkeypatch.setattr(magic, "find", lambda root: {away.id: away})
    assert "4 of 4 points" in run(f"%%check double\n{DOUBLE}")
    assert state.load(home)["grades"]["toy/double"]["earned"] == 4
    assert not (book / ".d2lcode").exists()


LENET = find()["cnn/lenet"]


@pytest.mark.parametrize(
    ("code", "backend", "name", "expected"),
    [
        ("import torch", None, "lenet", "torch"),
        ("from paddle import nn", None, "lenet", "paddle"),
        ("from torch.nn import Linear", None, "lenet", "torch"),
        ("import torch, paddle", "paddle", "lenet", "paddle"),
        ("x = (", "torch", "lenet", "torch"),
        ("", None, "cnn/lenet_paddle", "paddle"),
    ],
)
def test_the_variant_is_said_or_imported(code, backend, name, expected):
    assert cell.variant_of(LENET, code, backend, name) == expected


@pytest.mark.parametrize("code", ["", "import torch, paddle", "x = ("])
def test_an_open_choice_of_framework_is_asked(code):
    with pytest.raises(cell.NoVariantError, match="--backend torch"):
        cell.variant_of(LENET, code, None, "lenet")


def test_definitions_are_what_is_kept_of_a_cell_that_was_stopped():
    code = "import math\nx = 1\nprint(x)\nclass A: pass\ndef f(): return 1"
    kept = ast.parse(cell.definitions(code)).body
    kinds = [type(node) for node in kept]
    assert kinds == [ast.Import, ast.ClassDef, ast.FunctionDef]


def report(status, message="<b> & `x`", hint=""):
    exercise = find()["regression/normalise"]
    outcomes = (Outcome("test_a", 2, status, message, printed="<i>"),)
    result = Result(exercise.id, "", "this cell", outcomes)
    return Report(result, exercise, hint)


def test_html_quotes_what_it_shows_and_has_no_script():
    html = report(FAILED, hint="Use `<`.\nThe next one: d2lcode hint x")
    html = html._repr_html_()
    assert "&lt;b&gt; &amp; `x`" in html
    assert "Your code printed:\n&lt;i&gt;" in html
    assert "<code>&lt;</code>" in html
    assert "<code>%hint x</code>" in html
    assert "<script" not in html
    assert "<b>" not in html


@pytest.mark.parametrize("status", [PASSED, FAILED, "unsolved", "not run"])
def test_signs_and_edges_stand_out_on_light_and_on_dark(status):
    html = report(status)._repr_html_()
    colours = set(re.findall(r"#([0-9a-f]{6})", html))
    assert colours
    for colour in colours:
        for ground in ("ffffff", "111111"):
            assert contrast(colour, ground) >= 3
    rest = re.sub(r"color: #\w+|solid #\w+", "", html)
    assert set(re.findall(r"(?:color|background): (\w+)", rest)) <= {
        "inherit",
        "transparent",
    }


WEIGHTS = 0.2126, 0.7152, 0.0722


def contrast(one, other):
    """The ratio that WCAG defines."""
    high, low = sorted(map(luminance, (one, other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour):
    values = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [
        v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4
        for v in values
    ]
    return sum(w * v for w, v in zip(WEIGHTS, linear, strict=True))


def test_text_stands_where_there_is_no_html():
    said = repr(report(FAILED, hint="Hint 1 of 2: Look."))
    assert "✗ a  0/2" in said
    assert "Hint 1 of 2: Look." in said
    assert "%starter regression/normalise" in said
    assert not [line for line in said.splitlines() if line != line.rstrip()]
    assert repr(Note("Said.")) == "Said."


def test_loading_the_package_imports_no_ipython():
    code = "import d2lcode, sys; print('IPython' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True
    )
    assert done.stdout.strip() == "False"
