"""All entries are added up, and broadcasting makes a row of them.

caught by: test_add_row
says: Each entry of b has its own slope
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

Pull = Callable[[np.ndarray], np.ndarray]


class Node:
    def __init__(self, value: np.ndarray, *sources: tuple[Node, Pull]) -> None:
        self.value = np.asarray(value, dtype=np.float64)
        self.grad = np.zeros_like(self.value)
        self.sources = sources

    def backward(self, slope: np.ndarray | float = 1.0) -> None:
        self.grad = self.grad + slope
        for source, pull in self.sources:
            source.backward(pull(slope))


def add(a: Node, b: Node) -> Node:
    return Node(a.value + b.value, (a, lambda g: g), (b, lambda g: g))


def total(a: Node) -> Node:
    shape = a.value.shape
    return Node(a.value.sum(), (a, lambda g: np.broadcast_to(g, shape)))


def mul(a: Node, b: Node) -> Node:
    return Node(
        a.value * b.value,
        (a, lambda g: g * b.value),
        (b, lambda g: g * a.value),
    )


def tanh(a: Node) -> Node:
    t = np.tanh(a.value)
    return Node(t, (a, lambda g: g * (1 - t**2)))


def add_row(a: Node, b: Node) -> Node:
    return Node(a.value + b.value, (a, lambda g: g), (b, lambda g: g.sum()))


def matmul(a: Node, b: Node) -> Node:
    return Node(
        a.value @ b.value,
        (a, lambda g: g @ b.value.T),
        (b, lambda g: a.value.T @ g),
    )
