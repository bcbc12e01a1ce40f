"""What a page's template is told."""

import pytest
from sidebyside import context


@pytest.mark.parametrize(
    ("here", "first"),
    [
        ({"torch", "paddle"}, "torch"),
        ({"paddle"}, "paddle"),
        (set(), "torch"),
    ],
)
def test_a_first_visitor_sees_a_backend_that_was_run(monkeypatch, here, first):
    monkeypatch.setattr(context, "installed", here.__contains__)
    assert context.first_shown() == first
