r"""Shapes first.

Eight rows of three numbers, `x` of shape `(8, 3)`; weights `w` of shape
`(3, 5)`; targets `y` of shape `(8,)`; a bias `b` of shape `(5,)`. All are
NumPy arrays. What shape does each expression have? Replace each `None` by the
shape as a tuple, `()` for a single number, or by the word `"error"` if NumPy
refuses.

1. `x @ w + b`
2. `x.mean(axis=0)`
3. `x - x.mean(axis=1)`
4. `x - x.mean(axis=1, keepdims=True)`
5. `(x @ w)[:, 0] - y`
6. `(x @ w)[:, :1] - y`
7. `x[:, None] - x`
8. `((x @ w).argmax(axis=1) == y).mean()`

Do it in your head; then try the two that you trust least in Python.

Minutes: 10 · Difficulty: 1
"""

SHAPES = {
    "1": None,
    "2": None,
    "3": None,
    "4": None,
    "5": None,
    "6": None,
    "7": None,
    "8": None,
}
