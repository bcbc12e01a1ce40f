r"""Share or copy, in PyTorch: the answer.

**Inwards.** `torch.tensor` always copies; `from_numpy` never does. `as_tensor`
shares if it can, and here it cannot: twelve numbers of eight bytes do not fit
into the place of twelve numbers of four.

**Outwards.** `numpy()` is a window and not a photograph. `detach` cuts off
the graph, not the memory. A note of the past needs `copy()`.

**Inside.** A start and regular jumps describe a view: a slice, with a step
too, and a transpose. A list of rows is picked, and so copied, even if the
rows happen to be neighbours. `reshape` is a view of `t`, whose numbers lie in
order. The transpose's do not: to lay them out in rows of four they have to be
copied. `expand` repeats by jumps of zero, without a copy; do not write into
its result.
"""

ANSWERS = {
    "torch.tensor(a)": "copy",
    "torch.from_numpy(a)": "share",
    "torch.as_tensor(a, dtype=torch.float64)": "copy",
    "t.numpy()": "share",
    "t.detach().numpy()": "share",
    "t.numpy().copy()": "copy",
    "t[1:, ::2]": "share",
    "t[[1, 2]]": "copy",
    "t.T": "share",
    "t.reshape(4, 3)": "share",
    "t.T.reshape(3, 4)": "copy",
    "t.expand(2, 3, 4)": "share",
}
