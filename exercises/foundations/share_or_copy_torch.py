r"""Share or copy?

`a` is a NumPy array, `np.arange(12, dtype=np.float32).reshape(3, 4)`, and `t`
a *tensor* (张量) of the same numbers with memory of its own. Below stand
calls on one or the other. Does the result share its memory with `a` or `t`,
so that writing through one shows in the other? Replace each `None` by
`"share"` or `"copy"`.

Decide first, then try: write into the original, and look at the result. Of
each of the last nine, ask: are its numbers found in the old block by a start
and, along each axis, one regular jump?

Solve it in one of the two frameworks, whichever is yours; the other file may
stay as it is.

Minutes: 15 · Difficulty: 3
"""

ANSWERS = {
    "torch.tensor(a)": None,
    "torch.from_numpy(a)": None,
    "torch.as_tensor(a, dtype=torch.float64)": None,
    "t.numpy()": None,
    "t.detach().numpy()": None,
    "t.numpy().copy()": None,
    "t[::2]": None,
    "t[[0, 2]]": None,
    "t.T[1]": None,
    "t.expand(2, 3, 4)": None,
    "t[1:].reshape(8)": None,
    "t[:, 1:].reshape(9)": None,
    "t.T.reshape(12)": None,
    "t.T.T.reshape(12)": None,
    "t[:, ::2].reshape(6)": None,
}
