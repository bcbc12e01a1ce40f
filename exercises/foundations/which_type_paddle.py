r"""Which type of number?

`a` is the NumPy array `np.array([1.5, 2.5])`, and `i` is `np.array([1, 2])`.
`t` is the *tensor* (张量) of `a`, and `k` that of `i`, made by `torch.tensor`
or `paddle.to_tensor`. What type of number does each call below
give? Replace each `None` by `"float32"`, `"float64"`, `"int64"` or `"bool"`,
or by `"error"` if the framework refuses the call.

Decide first, then try: `print((t * 2).dtype)`.

For example, for `torch.zeros(2)`, or `paddle.zeros([2])`, the answer is
`"float32"`.

Solve it in one of the two frameworks, whichever is yours; the other file may
stay as it is.

Minutes: 5 · Difficulty: 1
"""

ANSWERS = {
    "paddle.to_tensor([1.5, 2.5])": None,
    "paddle.to_tensor(a)": None,
    "paddle.to_tensor(a.astype(np.float32))": None,
    "paddle.to_tensor(i)": None,
    "t > 2": None,
    "(t > 2).sum()": None,
    "t * 2": None,
    "k * 1.5": None,
    "k.mean()": None,
    "k * paddle.to_tensor([0.5, 0.5])": None,
}
