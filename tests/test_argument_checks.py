"""Arguments out of range are refused, those in range come back."""

import math

import numpy as np
import pytest

from d2lcode import _checks


@pytest.mark.parametrize("value", [1, 7, np.int64(3), np.uint8(2)])
def test_counts(value):
    assert _checks.positive_integer("n", value) == value
    assert type(_checks.positive_integer("n", value)) is int
    assert _checks.optional_count("n", value) == value


@pytest.mark.parametrize("value", [0, -1, 1.0, "3", None, True, math.nan])
def test_what_is_no_count(value):
    with pytest.raises(ValueError, match="whole number of at least 1") as no:
        _checks.positive_integer("rows", value)
    assert f"rows is {value!r}" in str(no.value)


@pytest.mark.parametrize("value", [-1, 0.5, "0", False])
def test_natural_numbers_begin_at_zero(value):
    assert _checks.natural("seed", 0) == 0
    with pytest.raises(ValueError, match=r"seed is .*; expected"):
        _checks.natural("seed", value)


@pytest.mark.parametrize("value", [1, 0.5, 1e-300, np.float32(2)])
def test_positive_numbers(value):
    assert _checks.positive("lr", value) == value
    assert type(_checks.positive("lr", value)) is float
    assert _checks.optional_positive("lr", value) == value


@pytest.mark.parametrize("value", [0, -1, math.inf, math.nan, "1", 1j])
def test_what_is_not_positive(value):
    for check in (_checks.positive, _checks.optional_positive):
        with pytest.raises(ValueError, match="finite number above 0"):
            check("lr", value)


def test_none_where_it_may_be():
    assert _checks.optional_count("patience", None) is None
    assert _checks.optional_positive("clip_norm", None) is None
    with pytest.raises(ValueError, match="lr is None"):
        _checks.positive("lr", None)


@pytest.mark.parametrize("value", [0, 0.0, 2, np.float32(0.5)])
def test_what_may_be_zero(value):
    assert _checks.not_negative("strength", value) == value


@pytest.mark.parametrize("value", [-1e-9, math.inf, math.nan, "1", None])
def test_what_may_not_be_below(value):
    with pytest.raises(ValueError, match=r"strength is .*of at least 0"):
        _checks.not_negative("strength", value)


def test_columns():
    column = np.zeros((3, 1))
    assert _checks.one_column("y", column, 3) is column
    for other in (np.zeros(3), np.zeros((3, 2)), np.zeros((1, 1)), 0.0):
        with pytest.raises(ValueError, match=r"y has .*expected \(3, 1\)"):
            _checks.one_column("y", other, 3)
