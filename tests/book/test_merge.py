from nbformat import v4
from sidebyside.merge import MARK, merge


def stream(text):
    return v4.new_output("stream", name="stdout", text=text)


def cell(*outputs):
    return v4.new_code_cell("x", outputs=list(outputs))


def page():
    return v4.new_notebook(cells=[v4.new_markdown_cell("a"), cell()])


def texts(notebook):
    return [
        o.get("text") or o["data"]["text/html"]
        for o in notebook.cells[1].outputs
    ]


def test_equal_outputs_stand_once():
    runs = {"torch": {1: cell(stream("a"))}, "paddle": {1: cell(stream("a"))}}
    assert texts(merge(page(), runs)) == ["a"]


def test_streams_that_were_cut_differently_are_equal():
    runs = {
        "torch": {1: cell(stream("a"), stream("b"))},
        "paddle": {1: cell(stream("ab"))},
    }
    assert texts(merge(page(), runs)) == ["ab"]


def test_counters_do_not_make_a_difference():
    result = {"data": {"text/plain": "1"}, "metadata": {}}
    runs = {
        b: {
            1: cell(
                v4.new_output("execute_result", **result, execution_count=n)
            )
        }
        for b, n in (("torch", 3), ("paddle", 4))
    }
    assert len(merge(page(), runs).cells[1].outputs) == 1


def test_different_outputs_are_marked_in_order():
    runs = {"torch": {1: cell(stream("a"))}, "paddle": {1: cell(stream("b"))}}
    expected = [MARK.format("torch"), "a", MARK.format("paddle"), "b"]
    assert texts(merge(page(), runs)) == expected


def test_one_backend_alone_is_not_marked():
    assert texts(merge(page(), {"torch": {1: cell(stream("a"))}})) == ["a"]


def test_the_page_itself_is_left_alone():
    before = page()
    merge(before, {None: {1: cell(stream("a"))}})
    assert before.cells[1].outputs == []
