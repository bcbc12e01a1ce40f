import importlib
import tempfile
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from d2lcode.grading import expect, points, require
from d2lcode.grading.checks import RaisedError

TRAINS = "saving weights so that both frameworks load them"
HINTS = [
    "`np.savez(path, weight=…, bias=…)` writes the file; `np.load(path)` "
    "gives the arrays by name.",
    "PyTorch keeps the weight as (out, in): transpose it, both when saving "
    "and when loading. PaddlePaddle keeps it as (in, out).",
    "In PyTorch, `parameter.copy_(tensor)` under `torch.no_grad()` puts "
    "values into a parameter; in PaddlePaddle, `parameter.set_value(array)`. "
    "Compare all the shapes before the first of them.",
]


TURNED = {
    "torch": " PyTorch's own weight lies the other way round, (out, in).",
    "paddle": " PaddlePaddle's own weight lies that way, too.",
}


@contextmanager
def place():
    """A path to write to, in a folder that is cleared away."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder, "layer.npz")


def linear(answer, d, q, seed=0):
    """A linear layer with known values: the layer, W (d, q), b (q,)."""
    nn = importlib.import_module(f"{answer.backend}.nn")
    layer = nn.Linear(d, q)
    rng = np.random.default_rng(seed)
    w = rng.normal(size=(d, q)).astype(np.float32)
    b = rng.normal(size=q).astype(np.float32)
    tensor = answer.framework.tensor
    turned = w.T if answer.backend == "torch" else w
    state = {"weight": tensor(np.ascontiguousarray(turned)), "bias": tensor(b)}
    if answer.backend == "torch":
        layer.load_state_dict(state)
    else:
        layer.set_state_dict(state)
    return layer, w, b


def inside(answer, layer):
    """The values in a layer: W (in, out), b (out,)."""
    w = answer.framework.array(layer.weight)
    w = w.T if answer.backend == "torch" else w
    return w.copy(), answer.framework.array(layer.bias).copy()


def write(path, **arrays):
    np.savez(path, **arrays)
    return path


def load(answer, layer, path):
    """Load a file that fits; an error gets a word about the layout."""
    try:
        expect(answer.load_weights, layer, path)
    except RaisedError as error:
        if not isinstance(error.__cause__, ValueError | RuntimeError):
            raise
        with np.load(path) as file:
            shapes = {k: v.shape for k, v in file.items()}
        raise RaisedError(
            f"{error.called}\nThis file fits the layer: it holds {shapes}, "
            f"with the weight as (in, out).{TURNED[answer.backend]}"
        ) from error.__cause__


def check_values(answer, layer, w, b):
    mine = inside(answer, layer)
    if not np.array_equal(mine[0], w):
        turned = mine[0].shape == w.shape[::-1] and np.allclose(mine[0].T, w)
        require(
            False,
            "After load_weights, the layer's weight is not that of the file. "
            + ("It is turned round." if turned else ""),
        )
    require(
        np.array_equal(mine[1], b),
        "After load_weights, the layer's bias is not that of the file.",
    )


@points(1)
def test_what_is_in_the_file(answer):
    for d, q in ((3, 2), (13, 1), (4, 4), (1, 3), (70, 50)):
        layer, w, b = linear(answer, d, q)
        with place() as path:
            expect(answer.save_weights, layer, path)
            beside = ", ".join(p.name for p in path.parent.iterdir())
            require(
                path.exists(),
                f"There is no file at {path.name}; in its folder there is "
                f"{beside or 'nothing'}.",
            )
            with np.load(path) as file:
                arrays = dict(file)
        require(
            set(arrays) == {"weight", "bias"},
            f"The file holds {sorted(arrays)}; expected were 'weight' and "
            "'bias'.",
        )
        shapes = arrays["weight"].shape, arrays["bias"].shape
        require(
            shapes == ((d, q), (q,)),
            f"For a layer from {d} numbers to {q} the file holds a weight of "
            f"shape {shapes[0]} and a bias of shape {shapes[1]}; expected "
            f"were {(d, q)} and {(q,)}."
            + TURNED[answer.backend]
            * (shapes[0] == (q, d)),
        )
        turned = d == q and np.array_equal(arrays["weight"].T, w)
        require(
            np.array_equal(arrays["weight"], w)
            and np.array_equal(arrays["bias"], b),
            "The values in the file are not those of the layer."
            + (
                " The weight is turned round: with as many outputs as inputs "
                "its shape does not show it."
                if turned
                else ""
            ),
        )


@points(1)
def test_saving_leaves_the_layer_alone(answer):
    layer, w, b = linear(answer, 3, 2, seed=1)
    with place() as path:
        expect(answer.save_weights, layer, path)
    mine = inside(answer, layer)
    require(
        np.array_equal(mine[0], w) and np.array_equal(mine[1], b),
        "After save_weights the layer was no longer what it had been.",
    )
    for name in ("weight", "bias"):
        require(
            is_learnt(getattr(layer, name)),
            f"After save_weights no gradient is kept for the layer's {name} "
            "any more: it could not be trained further. Take the values from "
            "the parameter, and leave the parameter alone.",
        )
    require(
        layer.training,
        "After save_weights the layer was in eval(), and had not been. A "
        "linear layer saves the same in both; leave it where it is.",
    )


def is_learnt(parameter):
    if hasattr(parameter, "requires_grad"):
        return parameter.requires_grad
    return not parameter.stop_gradient


@points(2)
def test_a_file_from_somewhere_else(answer):
    """It was written by hand, or by the other framework."""
    for d, q in ((3, 2), (1, 4), (5, 5)):
        layer, _, _ = linear(answer, d, q, seed=2)
        _, w, b = linear(answer, d, q, seed=3)
        with place() as path:
            load(answer, layer, write(path, weight=w, bias=b))
        check_values(answer, layer, w, b)
    layer, _, _ = linear(answer, 3, 2, seed=2)
    _, w, b = linear(answer, 3, 2, seed=9)
    with place() as path:
        lying = np.asfortranarray(w)
        load(answer, layer, write(path, bias=b, weight=lying))
    check_values(answer, layer, w, b)


@points(1)
def test_there_and_back(answer):
    source, w, b = linear(answer, 4, 3, seed=4)
    target, _, _ = linear(answer, 4, 3, seed=5)
    with place() as path:
        expect(answer.save_weights, source, path)
        load(answer, target, path)
    check_values(answer, target, w, b)


@points(1)
def test_the_parameters_stay_the_same_objects(answer):
    layer, _, _ = linear(answer, 3, 2, seed=6)
    _, w, b = linear(answer, 3, 2, seed=7)
    before = layer.weight, layer.bias
    with place() as path:
        load(answer, layer, write(path, weight=w, bias=b))
    require(
        layer.weight is before[0] and layer.bias is before[1],
        "After load_weights the layer has other parameters than before. An "
        "optimizer still holds the old ones, and would change those. Copy "
        "the values into the parameters that are there.",
    )
    x = np.random.default_rng(0).normal(size=(5, 3)).astype(np.float32)
    y = np.array([0, 1, 1, 0, 1])
    losses = answer.framework.train(layer, x, y, steps=30, lr=0.1)
    require(
        losses[-1] < losses[0],
        "After load_weights the layer can no longer be trained.",
    )


@points(2)
def test_what_does_not_fit_is_refused(answer):
    shapes = {
        "another number of inputs": ((4, 2), (2,)),
        "another number of outputs": ((3, 5), (5,)),
        "a weight that is turned round": ((2, 3), (2,)),
        "only the bias too long": ((3, 2), (3,)),
        "a bias of a single number": ((3, 2), (1,)),
        "a weight of a single row": ((1, 2), (2,)),
        "a flat weight": ((6,), (2,)),
        "a bias with two axes": ((3, 2), (1, 2)),
    }
    for what, (for_weight, for_bias) in shapes.items():
        layer, w, b = linear(answer, 3, 2, seed=8)
        arrays = {
            "weight": np.full(for_weight, 9, np.float32),
            "bias": np.full(for_bias, 9, np.float32),
        }
        file = f"A file with {what} (weight {for_weight}, bias {for_bias})"
        with place() as path:
            refused = refuses(answer, layer, write(path, **arrays), file)
        require(
            refused,
            f"{file} was loaded into a layer from 3 numbers to 2. It should "
            "have raised ValueError.",
        )
        mine = inside(answer, layer)
        require(
            np.array_equal(mine[0], w) and np.array_equal(mine[1], b),
            f"{file} was refused, but the layer had been changed by then. "
            "Compare all the shapes first.",
        )


def refuses(answer, layer, path, file):
    try:
        answer.load_weights(layer, path)
    except ValueError:
        return True
    except NotImplementedError:
        raise
    except Exception as error:
        require(
            False,
            f"{file}, loaded into a layer from 3 numbers to 2, raised "
            f"{type(error).__name__}; expected was a ValueError, which a "
            "caller can tell from others.",
        )
    return False
