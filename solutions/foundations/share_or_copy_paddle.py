r"""Share or copy, in PaddlePaddle: the answer.

**Inwards.** `to_tensor` and `from_numpy` copy. Only `from_dlpack` takes the
array's own memory.

**Outwards.** `numpy()` is a photograph and not a window, with or without
`detach`. NumPy's `from_dlpack` opens the window.

**Picked and turned.** `t[::2]` and `t[[0, 2]]` hold the same rows. The slice
is a start and a jump; the list is picked row by row, and so copied, whatever
the rows happen to be. `t.T[1]` is a column: four on, each time.
`expand` could repeat by jumps of zero, as it does in PyTorch; PaddlePaddle
copies.

**Reshaped.** A reshape is a view if the new axes, too, can be had by regular
jumps. `t[1:]` is one piece of the block, the last eight numbers. `t[:, 1:]`
jumps by 1, 1 and then 2 from row to row, so a single axis of nine needs a
copy. So does the transpose, which jumps back after every third. Turned twice,
it is back in order. And `t[:, ::2]` is every second number of the block, also
from one row to the next, since four is twice two: six regular jumps, a view.
"""

ANSWERS = {
    "paddle.to_tensor(a)": "copy",
    "paddle.from_numpy(a)": "copy",
    "paddle.from_dlpack(a)": "share",
    "t.numpy()": "copy",
    "t.detach().numpy()": "copy",
    "np.from_dlpack(t)": "share",
    "t[::2]": "share",
    "t[[0, 2]]": "copy",
    "t.T[1]": "share",
    "t.expand([2, 3, 4])": "copy",
    "t[1:].reshape([8])": "share",
    "t[:, 1:].reshape([9])": "copy",
    "t.T.reshape([12])": "copy",
    "t.T.T.reshape([12])": "share",
    "t[:, ::2].reshape([6])": "share",
}
