r"""Share or copy, in PyTorch: the answer.

**Inwards.** `torch.tensor` always copies; `from_numpy` never does. `as_tensor`
shares if it can, and here it cannot: twelve numbers of eight bytes do not fit
into the place of twelve numbers of four.

**Outwards.** `numpy()` is a window and not a photograph. `detach` cuts off
the graph, not the memory. A note of the past needs `copy()`.

**Picked and turned.** `t[::2]` and `t[[0, 2]]` hold the same rows. The slice
is a start and a jump; the list is picked row by row, and so copied, whatever
the rows happen to be. `t.T[1]` is a column: four on, each time.
`expand` repeats by jumps of zero, without a copy; do not write into its
result.

**Reshaped.** A reshape is a view if the new axes, too, can be had by regular
jumps. `t[1:]` is one piece of the block, the last eight numbers. `t[:, 1:]`
jumps by 1, 1 and then 2 from row to row, so a single axis of nine needs a
copy. So does the transpose, which jumps back after every third. Turned twice,
it is back in order. And `t[:, ::2]` is every second number of the block, also
from one row to the next, since four is twice two: six regular jumps, a view.
"""

ANSWERS = {
    "torch.tensor(a)": "copy",
    "torch.from_numpy(a)": "share",
    "torch.as_tensor(a, dtype=torch.float64)": "copy",
    "t.numpy()": "share",
    "t.detach().numpy()": "share",
    "t.numpy().copy()": "copy",
    "t[::2]": "share",
    "t[[0, 2]]": "copy",
    "t.T[1]": "share",
    "t.expand(2, 3, 4)": "share",
    "t[1:].reshape(8)": "share",
    "t[:, 1:].reshape(9)": "copy",
    "t.T.reshape(12)": "copy",
    "t.T.T.reshape(12)": "share",
    "t[:, ::2].reshape(6)": "share",
}
