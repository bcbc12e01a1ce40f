"""The slope is multiplied by a node, not by its value.

caught by: test_mul_of_arrays
says: unsupported operand type(s) for *
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


def tanh(a: Node) -> Node:
    """Take the hyperbolic tangent of each entry."""
    t = np.tanh(a.value)
    return Node(t, (a, lambda g: g * (1 - t**2)))


def add_row(a: Node, b: Node) -> Node:
    """Add the row b, (k,), to every row of a, (n, k)."""
    return Node(
        a.value + b.value, (a, lambda g: g), (b, lambda g: g.sum(axis=0))
    )


def matmul(a: Node, b: Node) -> Node:
    """Multiply the matrices a, (n, d), and b, (d, k)."""
    return Node(
        a.value @ b.value,
        (a, lambda g: g @ b.value.T),
        (b, lambda g: a.value.T @ g),
    )


def mul(a, b):
    return Node(a.value * b.value, (a, lambda g: g * b), (b, lambda g: g * a))
