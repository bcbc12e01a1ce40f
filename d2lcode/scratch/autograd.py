"""Automatic differentiation by hand: arrays that remember their making.

Reverse mode (Linnainmaa, 1970): values go forward, gradients come back.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[Any]
Pull = Callable[[Array], Array]
Axis = int | tuple[int, ...] | None


class Tensor:
    """An array that knows what it was computed from.

    Args:
        value: numbers of any shape; copied, as float64.
        sources: the tensors that it was computed from, each with its pull.
            A pull is given the gradient of the loss in this tensor, and
            gives back the gradient in the source.
    """

    __array_ufunc__ = None  # so that `array + tensor` is left to us

    def __init__(
        self, value: ArrayLike, *sources: tuple[Tensor, Pull]
    ) -> None:
        self.value: Array = np.array(value, dtype=np.float64)
        self.grad: Array = np.zeros_like(self.value)
        self.sources = sources

    def backward(self) -> None:
        """Add this number's gradients to the grad of all it was made from.

        Raises:
            ValueError: if this is not a single number.
        """
        if self.value.size != 1:
            raise ValueError(
                "backward starts from a single number, not from shape "
                f"{self.value.shape}; take the sum or the mean first"
            )
        arrived = {self: np.ones_like(self.value)}
        for node in reversed(in_order(self)):
            node.grad += arrived[node]
            for source, pull in node.sources:
                share = fold(pull(arrived[node]), source.value.shape)
                arrived[source] = arrived.get(source, 0.0) + share

    def __add__(self, other: Tensor | ArrayLike) -> Tensor:
        a, b = self, as_tensor(other)
        return Tensor(a.value + b.value, (a, lambda g: g), (b, lambda g: g))

    def __mul__(self, other: Tensor | ArrayLike) -> Tensor:
        a, b = self, as_tensor(other)
        return Tensor(
            a.value * b.value,
            (a, lambda g: g * b.value),
            (b, lambda g: g * a.value),
        )

    def __matmul__(self, other: Tensor | ArrayLike) -> Tensor:
        a, b = self, as_tensor(other)
        if a.value.ndim != 2 or b.value.ndim != 2:
            raise ValueError(
                "@ takes two matrices, not shapes "
                f"{a.value.shape} and {b.value.shape}"
            )
        return Tensor(
            a.value @ b.value,
            (a, lambda g: g @ b.value.T),
            (b, lambda g: a.value.T @ g),
        )

    def __pow__(self, power: float) -> Tensor:
        local = power * self.value ** (power - 1)
        return Tensor(self.value**power, (self, lambda g: g * local))

    def __neg__(self) -> Tensor:
        return self * -1.0

    def __sub__(self, other: Tensor | ArrayLike) -> Tensor:
        return self + -as_tensor(other)

    def __truediv__(self, other: Tensor | ArrayLike) -> Tensor:
        return self * as_tensor(other) ** -1.0

    def __rsub__(self, other: ArrayLike) -> Tensor:
        return as_tensor(other) - self

    def __rtruediv__(self, other: ArrayLike) -> Tensor:
        return as_tensor(other) / self

    def __rmatmul__(self, other: ArrayLike) -> Tensor:
        return as_tensor(other) @ self

    __radd__, __rmul__ = __add__, __mul__

    def exp(self) -> Tensor:
        """Give e to the power of each entry."""
        power = np.exp(self.value)
        return Tensor(power, (self, lambda g: g * power))

    def log(self) -> Tensor:
        """Give the natural logarithm of each entry."""
        return Tensor(np.log(self.value), (self, lambda g: g / self.value))

    def tanh(self) -> Tensor:
        """Give the hyperbolic tangent of each entry."""
        t = np.tanh(self.value)
        return Tensor(t, (self, lambda g: g * (1 - t**2)))

    def relu(self) -> Tensor:
        """Put zero in place of what is negative; the derivative at 0 is 0."""
        on = self.value > 0
        return Tensor(self.value * on, (self, lambda g: g * on))

    def sum(self, axis: Axis = None, keepdims: bool = False) -> Tensor:
        """Add up along an axis, or everything."""
        shape = self.value.sum(axis=axis, keepdims=True).shape

        def spread(g: Array) -> Array:
            return np.broadcast_to(g.reshape(shape), self.value.shape)

        total = self.value.sum(axis=axis, keepdims=keepdims)
        return Tensor(total, (self, spread))

    def mean(self, axis: Axis = None, keepdims: bool = False) -> Tensor:
        """Average along an axis, or over everything."""
        total = self.sum(axis, keepdims)
        return total * (total.value.size / self.value.size)

    def reshape(self, *shape: int) -> Tensor:
        """Lay the same numbers out in another shape."""
        before = self.value.shape
        after = self.value.reshape(shape)
        return Tensor(after, (self, lambda g: g.reshape(before)))


def as_tensor(value: Tensor | ArrayLike) -> Tensor:
    """Make a tensor of anything that is not one yet."""
    return value if isinstance(value, Tensor) else Tensor(value)


def fold(gradient: Array, shape: tuple[int, ...]) -> Array:
    """Undo broadcasting: add up what belongs to the same entry."""
    extra = gradient.ndim - len(shape)
    gradient = gradient.sum(axis=tuple(range(extra)))
    repeated = tuple(i for i, size in enumerate(shape) if size == 1)
    return gradient.sum(axis=repeated, keepdims=True)


def in_order(last: Tensor) -> list[Tensor]:
    """List all that a tensor was made from, each after its sources."""
    order: list[Tensor] = []
    seen: set[Tensor] = set()
    waiting = [(last, False)]
    while waiting:
        node, ready = waiting.pop()
        if ready:
            order.append(node)
        elif node not in seen:
            seen.add(node)
            waiting.append((node, True))
            waiting.extend((source, False) for source, _ in node.sources)
    return order
