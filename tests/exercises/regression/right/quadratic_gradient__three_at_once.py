"""One comprehension over what is written out; einsum; b in an array."""

import numpy as np

Column = np.ndarray


def quadratic_gradient(x: Column, y: Column, w1, w2, b) -> list:
    bend, weight, bias = (np.asarray(v, dtype=float) for v in (w1, w2, b))
    h = x + np.einsum("jk,ij->ij", bend, x**2)
    pull = 2 / len(x) * (np.einsum("ij,jk->ik", h, weight) + bias - y)
    outer = np.einsum("ij,ik,jk->jk", np.square(x), pull, weight)
    return [outer, np.einsum("ij,ik->jk", h, pull), pull.sum(axis=0)]


if __name__ == "__main__":
    for n in range(3):
        print(n)
