"""Both twins, or a skip where one framework is absent."""

import importlib

import pytest


@pytest.fixture
def twins():
    pytest.importorskip("torch")
    pytest.importorskip("paddle")
    both = tuple(
        importlib.import_module(f"d2lcode.{name}")
        for name in ("torch", "paddle")
    )
    for twin in both:
        twin.set_seed(1)
    return both
