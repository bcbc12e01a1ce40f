"""Every test here runs in each twin whose framework is installed."""

import importlib

import numpy as np
import pytest


@pytest.fixture(params=["torch", "paddle"])
def d2l(request):
    pytest.importorskip(request.param)
    twin = importlib.import_module(f"d2lcode.{request.param}")
    twin.set_seed(0)
    return twin


@pytest.fixture
def twins():
    """Both of them, by name, where both frameworks are installed."""
    names = "torch", "paddle"
    return {
        name: pytest.importorskip(name)
        and importlib.import_module(f"d2lcode.{name}")
        for name in names
    }


@pytest.fixture
def blobs():
    """Three classes of points in a plane, 96 of them, easy to separate."""
    rng = np.random.default_rng(5)
    y = rng.integers(0, 3, 96)
    centres = np.array([[0, 4], [4, -2], [-4, -2]])
    x = centres[y] + rng.standard_normal((96, 2))
    return x.astype(np.float32), y


@pytest.fixture
def line():
    """Numbers on a plane, with known weights 2 and -3 and bias 1."""
    rng = np.random.default_rng(6)
    x = rng.standard_normal((64, 2)).astype(np.float32)
    y = x @ np.array([[2.0], [-3.0]], dtype=np.float32) + 1
    return x, y
