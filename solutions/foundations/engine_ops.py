r"""Four rules for a small engine: the answer.

**mul.** When `a` moves, the product moves `b` times as much, so `a` gets the
gradient times `b`, and the other way round. `mul(a, a)` lists the same node
twice, and $g a + g a = 2 g a$ comes out by itself.

**tanh.** Its derivative can be had from its own result, $1 - t^2$, so the
exponentials are computed once.

**add_row.** Each number of the row is used $n$ times, once in each row of
`a`. Over paths, derivatives add: `sum(axis=0)`.

**matmul.** $C_{il} = \sum_j A_{ij} B_{jl}$. The entry $A_{ij}$ is used in
$C_{il}$ for every $l$, with the factor $B_{jl}$; its gradient is
$\sum_l G_{il} B_{jl}$, which is $G B^{\mathsf T}$. In the same way $B$ gets
$A^{\mathsf T} G$. With $n$, $d$ and $k$ all different, no other product of
these matrices even fits.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

Pull = Callable[[np.ndarray], np.ndarray]


class Node:
    """An array, its gradient, and what it was made from.

    Args:
        value: numbers of any shape.
        sources: pairs of a node and its pull.
    """

    def __init__(self, value: np.ndarray, *sources: tuple[Node, Pull]) -> None:
        self.value = np.asarray(value, dtype=np.float64)
        self.grad = np.zeros_like(self.value)
        self.sources = sources

    def backward(self, slope: np.ndarray | float = 1.0) -> None:
        """Take in a gradient, and send it on to all sources.

        Args:
            slope: the gradient of the loss in this node, in its shape.
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


def mul(a: Node, b: Node) -> Node:
    """Multiply two nodes of one shape, entry by entry."""
    return Node(
        a.value * b.value,
        (a, lambda g: g * b.value),
        (b, lambda g: g * a.value),
    )


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
