"""Pruning by hand, and the smaller network that computes the same."""

import numpy as np
import pytest

from d2lcode import parity
from d2lcode.scratch.compression import prune

SHAPES = {"a": (6, 2, 3, 3), "b": (5, 6, 3, 3), "c": (8, 5 * 4), "d": (3, 8)}


def network(seed=0):
    rng = np.random.default_rng(seed)
    arrays = {}
    for name, shape in SHAPES.items():
        arrays[f"{name}.weight"] = rng.normal(size=shape)
        arrays[f"{name}.bias"] = rng.normal(size=shape[0])
    return arrays


def test_the_layers_in_order():
    assert prune.layers(network()) == ["a", "b", "c", "d"]
    assert prune.widths(network()) == [6, 5, 8]


@pytest.mark.parametrize("share", [0, 0.3, 0.5, 0.99])
def test_the_smallest_weights_of_each_layer_go(share):
    arrays = network()
    pruned = prune.prune_weights(arrays, share)
    for name, array in arrays.items():
        if name.endswith("bias"):
            assert np.array_equal(pruned[name], array)
            continue
        gone = pruned[name] == 0
        assert gone.sum() == int(share * array.size)
        assert np.array_equal(pruned[name][~gone], array[~gone])
        if gone.any() and not gone.all():
            assert np.abs(array[gone]).max() <= np.abs(array[~gone]).min()


def test_only_the_named_layers_change_and_the_arguments_never():
    arrays = network()
    before = {name: array.copy() for name, array in arrays.items()}
    for function in (prune.prune_weights, prune.prune_channels):
        pruned = function(arrays, 0.5, ["b"])
        changed = {
            k for k in arrays if not np.array_equal(pruned[k], arrays[k])
        }
        assert changed <= {"b.weight", "b.bias"}
        assert "b.weight" in changed
    prune.compact(prune.prune_channels(arrays, 0.5))
    assert all(np.array_equal(arrays[k], before[k]) for k in arrays)


def test_the_weakest_channels_go_and_the_last_layer_stays():
    arrays = network()
    pruned = prune.prune_channels(arrays, 0.5)
    for name, kept in {"a": 3, "b": 3, "c": 4}.items():
        size = prune.strength(arrays[f"{name}.weight"])
        alive = prune.strength(pruned[f"{name}.weight"]) > 0
        assert alive.sum() == kept
        assert size[alive].min() > size[~alive].max()
        assert not pruned[f"{name}.bias"][~alive].any()
    assert np.array_equal(pruned["d.weight"], arrays["d.weight"])


@pytest.mark.parametrize("share", [-0.1, 1, 1.5, float("nan")])
def test_shares_out_of_range(share):
    for function in (prune.prune_weights, prune.prune_channels):
        with pytest.raises(ValueError, match="expected 0 <= share < 1"):
            function(network(), share)


def test_an_unknown_layer():
    with pytest.raises(ValueError, match="'e' is unknown; expected one of a"):
        prune.prune_weights(network(), 0.5, ["e"])


def test_shapes_of_what_is_left():
    small = prune.compact(prune.prune_channels(network(), 0.5))
    shapes = {k: v.shape for k, v in small.items() if k.endswith("weight")}
    assert shapes == {
        "a.weight": (3, 2, 3, 3),
        "b.weight": (3, 3, 3, 3),
        "c.weight": (4, 3 * 4),
        "d.weight": (3, 4),
    }


def test_a_channel_with_a_bias_alone_stays():
    arrays = network()
    arrays["a.weight"][2] = 0
    assert prune.widths(prune.compact(arrays)) == [6, 5, 8]


@pytest.mark.parametrize("backend", ["torch", "paddle"])
def test_the_smaller_network_computes_what_the_pruned_one_does(backend):
    pytest.importorskip(backend)
    from importlib import import_module

    d2l = import_module(f"d2lcode.{backend}")
    d2l.set_seed(0)
    model = d2l.SlimLeNet((6, 8, 30, 20))
    x = np.random.default_rng(1).random((9, 1, 28, 28), dtype=np.float32)
    for share in (0.2, 0.6, 0.9):
        pruned = prune.prune_channels(parity.weights(model), share)
        small = prune.compact(pruned)
        outputs = []
        for arrays in (pruned, small):
            made = d2l.SlimLeNet(prune.widths(arrays))
            parity.load(made, arrays)
            outputs.append(d2l.predict(made, x))
        assert parity.distance(*outputs) < 1e-5
        size = [sum(a.size for a in w.values()) for w in (pruned, small)]
        assert size[1] < size[0] * (1 - share / 2)


def test_pytorchs_own_pruner_takes_the_same():
    torch = pytest.importorskip("torch")
    from torch.nn.utils import prune as theirs

    layer = torch.nn.Conv2d(3, 12, 5)
    arrays = {f"one.{k}": v for k, v in parity.weights(layer).items()}
    theirs.ln_structured(layer, "weight", amount=5, n=1, dim=0)
    ours = prune.prune_channels(arrays, 5 / 12, ["one"])["one.weight"]
    assert np.array_equal(ours, layer.weight.detach().numpy())
    theirs.remove(layer, "weight")

    layer = torch.nn.Linear(40, 30)
    arrays = {f"one.{k}": v for k, v in parity.weights(layer).items()}
    theirs.l1_unstructured(layer, "weight", amount=700)
    ours = prune.prune_weights(arrays, 700 / 1200)["one.weight"]
    assert np.array_equal(ours, layer.weight.detach().numpy())
