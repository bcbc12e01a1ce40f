r"""Share or copy, in PaddlePaddle: the answer.

**Inwards.** `to_tensor` and `from_numpy` copy. Only `from_dlpack` takes the
array's own memory.

**Outwards.** `numpy()` is a photograph and not a window, with or without
`detach`. NumPy's `from_dlpack` opens the window.

**Inside.** A start and regular jumps describe a view: a slice, with a step
too, and a transpose. A list of rows is picked, and so copied, even if the
rows happen to be neighbours. `reshape` is a view of `t`, whose numbers lie in
order. The transpose's do not: to lay them out in rows of four they have to be
copied. `expand` could repeat by jumps of zero, as it does in PyTorch;
PaddlePaddle copies.
"""

ANSWERS = {
    "paddle.to_tensor(a)": "copy",
    "paddle.from_numpy(a)": "copy",
    "paddle.from_dlpack(a)": "share",
    "t.numpy()": "copy",
    "t.detach().numpy()": "copy",
    "np.from_dlpack(t)": "share",
    "t[1:, ::2]": "share",
    "t[[1, 2]]": "copy",
    "t.T": "share",
    "t.reshape([4, 3])": "share",
    "t.T.reshape([3, 4])": "copy",
    "t.expand([2, 3, 4])": "copy",
}
