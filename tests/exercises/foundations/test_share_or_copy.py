import importlib

import numpy as np

from d2lcode.grading import chosen, points

TRAINS = "views and copies between NumPy and a framework"
HINTS = [
    "Try it: `r = t.T`, then `t[:] = -1`, then `print(r)`; for calls on a, "
    "write into a. (`t += 1` would prove nothing in PaddlePaddle, which makes "
    "a new tensor.)",
    "A view is described by a start and regular jumps in one block of "
    "memory. Write down at which places of the block, 0 to 11, the numbers "
    "of the result stand, and look at the jumps.",
    "PyTorch shares with NumPy unless told to copy; PaddlePaddle copies "
    "unless asked through DLPack.",
]

VIEW = "A start and regular jumps describe it, so nothing has to be copied."
PICKED = "A list of rows is picked one by one, whatever the rows happen to be."


def jumps(places):
    """Ask for the jumps between the places in the block."""
    return (
        f"Its numbers stand in the block of t at {places}. Is it equally far "
        "from each to the next?"
    )


WINDOW = "In PyTorch, what numpy() gives is a window on the same memory."
PHOTO = "In PaddlePaddle, what numpy() gives is a photograph of the numbers."
DETACH = "detach cuts off the graph; it does nothing to the memory."

INWARDS = {
    "torch": {
        "torch.tensor(a)": "torch.tensor promises a copy.",
        "torch.from_numpy(a)": "from_numpy never copies; it takes the "
        "array's memory as it is.",
        "torch.as_tensor(a, dtype=torch.float64)": "as_tensor shares where "
        "it can. Do numbers of eight bytes fit into four?",
    },
    "paddle": {
        "paddle.to_tensor(a)": "to_tensor copies what it is given.",
        "paddle.from_numpy(a)": "Its namesake in PyTorch shares. Try this "
        "one.",
        "paddle.from_dlpack(a)": "DLPack is there to hand memory over "
        "without a copy.",
    },
}
OUTWARDS = {
    "torch": {
        "t.numpy()": WINDOW,
        "t.detach().numpy()": DETACH,
        "t.numpy().copy()": "copy() does what it says.",
    },
    "paddle": {
        "t.numpy()": PHOTO,
        "t.detach().numpy()": PHOTO,
        "np.from_dlpack(t)": "DLPack is there to hand memory over without a "
        "copy.",
    },
}
PICKED_OR_TURNED = {
    "torch": {
        "t[::2]": VIEW,
        "t[[0, 2]]": PICKED,
        "t.T[1]": VIEW,
        "t.expand(2, 3, 4)": "Jumps of zero repeat without a copy, and "
        "PyTorch makes use of that.",
    },
    "paddle": {
        "t[::2]": VIEW,
        "t[[0, 2]]": PICKED,
        "t.T[1]": VIEW,
        "t.expand([2, 3, 4])": "Jumps of zero could do it, and do in "
        "PyTorch; PaddlePaddle copies.",
    },
}
PLACES = {
    ("t[1:]", 8): "4, 5, 6, 7, …, 11",
    ("t[:, 1:]", 9): "1, 2, 3, 5, …, 11",
    ("t.T", 12): "0, 4, 8, 1, …, 11",
    ("t.T.T", 12): "0, 1, 2, 3, …, 11",
    ("t[:, ::2]", 6): "0, 2, 4, 6, 8, 10",
}
RESHAPED = {
    "torch": {
        f"{call}.reshape({n})": jumps(at) for (call, n), at in PLACES.items()
    },
    "paddle": {
        f"{call}.reshape([{n}])": jumps(at) for (call, n), at in PLACES.items()
    },
}


def measured(answer, call):
    """Make the call, write into the original, and look at the result."""
    library = importlib.import_module(answer.backend)
    a = np.arange(12, dtype=np.float32).reshape(3, 4)
    t = library.ones([3, 4]) * answer.framework.tensor(a.copy())
    names = {"np": np, "a": a, "t": t, answer.backend: library}
    result = eval(call, names)
    (a if "(a" in call else t)[:] = -1
    if not isinstance(result, np.ndarray):
        result = answer.framework.array(result)
    return "share" if (result == -1).all() else "copy"


def check(answer, calls):
    for call, why in calls[answer.backend].items():
        right = measured(answer, call)
        other = {"share": "copy", "copy": "share"}[right]
        chosen(answer.ANSWERS, call, right, {other: why})


@points(2)
def test_inwards(answer):
    check(answer, INWARDS)


@points(2)
def test_outwards(answer):
    check(answer, OUTWARDS)


@points(2)
def test_picked_and_turned(answer):
    check(answer, PICKED_OR_TURNED)


@points(3)
def test_reshaped(answer):
    check(answer, RESHAPED)
