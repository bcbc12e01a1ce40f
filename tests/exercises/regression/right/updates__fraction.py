"""Exact fractions, rounded up or down."""

import math
from fractions import Fraction


def updates(rows, batch_size, epochs, drop_last=False):
    rounded = math.floor if drop_last else math.ceil
    return rounded(Fraction(rows, batch_size)) * epochs
