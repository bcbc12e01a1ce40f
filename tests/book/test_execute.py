"""Run cells, and learn from the kernel what they used."""

from pathlib import Path

from nbformat import v4
from sidebyside.execute import ROOT, environment, execute, printed


def stream(name, text):
    return v4.new_output("stream", name=name, text=text)


def test_an_answer_may_come_in_pieces():
    pieces = [
        stream("stdout", '{"modules": [],'),
        stream("stderr", "a late warning\n"),
        stream("stdout", ' "data": {}}'),
        stream("stdout", "\n"),
    ]
    cell = v4.new_code_cell("ASK", outputs=pieces)
    assert printed(cell) == '{"modules": [], "data": {}}\n'


def run(*sources, tmp_path, monkeypatch):
    """What `execute` says of cells; a source that starts with ! may fail."""
    monkeypatch.setenv("D2LCODE_CACHE", str(tmp_path / "cache"))
    cells = [v4.new_code_cell(s.removeprefix("!")) for s in sources]
    for cell, source in zip(cells, sources, strict=True):
        if source.startswith("!"):
            cell.metadata["tags"] = ["raises-exception"]
    return execute(v4.new_notebook(cells=cells), None, timeout=600)


def test_a_kernel_that_dies_is_a_failure_of_its_cell(tmp_path, monkeypatch):
    sources = ("x = 1", "import os; os._exit(3)", "x = 2")
    failed = run(*sources, tmp_path=tmp_path, monkeypatch=monkeypatch)
    assert failed.cell == 1
    assert "the kernel died" in failed.message


def test_the_failing_cell_is_not_the_one_that_was_allowed_to(
    tmp_path, monkeypatch
):
    sources = ("!1 / 0", "x = 1", "no_such_name", "x = 2")
    failed = run(*sources, tmp_path=tmp_path, monkeypatch=monkeypatch)
    assert failed.cell == 2
    assert "no_such_name" in failed.message


def test_a_page_runs_in_an_empty_folder(tmp_path, monkeypatch):
    sources = ("import os", "assert os.listdir() == []")
    assert not run(*sources, tmp_path=tmp_path, monkeypatch=monkeypatch)


def test_a_page_may_import_nothing_but_what_is_installed(
    tmp_path, monkeypatch
):
    sources = (f"import sys; sys.path.append({str(ROOT)!r})", "import tests")
    sources += ("import tests.browsing",)
    failed = run(*sources, tmp_path=tmp_path, monkeypatch=monkeypatch)
    assert "tests/browsing.py" in failed.message
    assert "only the package" in failed.message
    assert "d2lcode/" not in failed.message


def test_a_kernel_sees_the_folders_that_the_build_sees(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("D2LCODE_CACHE", "relative")
    monkeypatch.setenv("D2LCODE_DATA_MIRROR", "~/data")
    seen = environment()
    assert seen["D2LCODE_CACHE"] == str(tmp_path.resolve() / "relative")
    assert seen["D2LCODE_DATA_MIRROR"] == str(Path.home().resolve() / "data")
