"""Figures in a notebook: every cell that draws one shows it."""

import nbformat
import pytest
from nbclient import NotebookClient

CELLS = {
    "the first": "from d2lcode import plot\nplot.figure().axes[0].plot([1]);",
    "one more": "plot.curves({'a': [1, 2, 3]});",
    "changed after": "f = plot.curves({'a': [1]})\nf.axes[0].axvline(1);",
    "pictures": "plot.images([[[0, 1], [1, 0]]]);",
    "a matrix": "plot.matrix([[1, 2]]);",
    "many axes": "plot.figure(rows=2, columns=2);",
}


@pytest.fixture(scope="module")
def executed():
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MPLBACKEND", "module://matplotlib_inline.backend_inline")
        cells = [nbformat.v4.new_code_cell(code) for code in CELLS.values()]
        notebook = nbformat.v4.new_notebook(cells=cells)
        NotebookClient(notebook, timeout=600).execute()
    return dict(zip(CELLS, notebook.cells, strict=True))


@pytest.mark.parametrize("name", CELLS)
def test_a_figure_appears_below_its_cell(executed, name):
    shown = [set(o.get("data", ())) for o in executed[name].outputs]
    assert [s & {"image/png"} for s in shown] == [{"image/png"}]
