"""Run cells, and learn from the kernel what they used."""

from nbformat import v4
from sidebyside.execute import printed


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
