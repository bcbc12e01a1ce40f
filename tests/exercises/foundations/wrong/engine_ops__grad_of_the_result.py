"""Mul's pulls use the grad of the result, which adds up paths.

caught by: test_a_node_used_twice
says: Where the result of mul is used twice
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
    out = Node(a.value * b.value)
    out.sources = (
        (a, lambda g: out.grad * b.value),
        (b, lambda g: out.grad * a.value),
    )
    return out


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
