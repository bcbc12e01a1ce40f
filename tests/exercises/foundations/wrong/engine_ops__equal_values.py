"""Two nodes of equal values are taken for one.

caught by: test_mul_of_arrays
says: two nodes of equal values were taken for one
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

Pull = Callable[[np.ndarray], np.ndarray]


class Node:
    """An array, its slope, and what it was made from.

    Args:
        value: numbers of any shape.
        sources: pairs of a node and its pull.
    """

    def __init__(self, value: np.ndarray, *sources: tuple[Node, Pull]) -> None:
        self.value = np.asarray(value, dtype=np.float64)
        self.grad = np.zeros_like(self.value)
        self.sources = sources

    def backward(self, slope: np.ndarray | float = 1.0) -> None:
        """Take in a slope, and send it on to all sources.

        Args:
            slope: of the loss in this node, in this node's shape.
        """
        self.grad = self.grad + slope
        for source, pull in self.sources:
            source.backward(pull(slope))


def add(a: Node, b: Node) -> Node:
    """Add two nodes of one shape."""
    return Node(a.value + b.value, (a, lambda g: g), (b, lambda g: g))


def total(a: Node) -> Node:
    """Add up all entries of a node."""
    shape = a.value.shape
    return Node(a.value.sum(), (a, lambda g: np.broadcast_to(g, shape)))


def mul(a, b):
    if np.array_equal(a.value, b.value):
        return Node(a.value**2, (a, lambda g: 2 * g * a.value))
    return Node(
        a.value * b.value,
        (a, lambda g: g * b.value),
        (b, lambda g: g * a.value),
    )


def tanh(a):
    t = np.tanh(a.value)
    return Node(t, (a, lambda g: g * (1 - t**2)))


def add_row(a, b):
    return Node(
        a.value + b.value, (a, lambda g: g), (b, lambda g: g.sum(axis=0))
    )


def matmul(a, b):
    return Node(
        a.value @ b.value,
        (a, lambda g: g @ b.value.T),
        (b, lambda g: a.value.T @ g),
    )
