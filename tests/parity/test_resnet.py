"""ResNets in full size: published counts, and the outputs of Paddle's own."""

import numpy as np
import pytest

from d2lcode import parity

COUNTS = {
    "resnet18": 11_689_512,
    "resnet34": 21_797_672,
    "resnet50": 25_557_032,
    "resnet101": 44_549_160,
    "resnet152": 60_192_808,
}
PICTURES = np.random.default_rng(3).standard_normal((2, 3, 64, 64))
PICTURES = PICTURES.astype(np.float32)


def parameters(model):
    """Paddle lists running means and variances among them; no gradient."""
    learnt = [
        p for p in model.parameters() if not getattr(p, "stop_gradient", False)
    ]
    return sum(int(np.prod(p.shape)) for p in learnt)


@pytest.mark.parametrize("name", COUNTS)
def test_parameters_are_as_many_as_published(twins, name):
    for d2l in twins:
        assert parameters(getattr(d2l, name)()) == COUNTS[name]


def uneven(arrays):
    """Weights that tell every layer, and each of its channels, apart."""
    rng = np.random.default_rng(4)
    shift = {"running_mean": (-0.2, 0.2), "bias": (-0.2, 0.2)}
    other = {"running_var": (0.5, 1.5), "weight": (0.5, 1.0)}
    found = {}
    for name, array in arrays.items():
        low, high = (shift | other)[name.rpartition(".")[2]]
        drawn = rng.uniform(low, high, array.shape).astype(np.float32)
        found[name] = drawn if array.ndim == 1 else array
    return found


@pytest.mark.parametrize("name", ["resnet18", "resnet50"])
def test_outputs_are_those_of_paddle_vision(twins, name):
    """The same weights under the same names, in both of our twins."""
    from paddle.vision import models

    published = getattr(models, name)()
    parity.load(published, uneven(parity.weights(published)))
    published.eval()
    truth = parity.twin(published).predict(published, PICTURES)
    for d2l in twins:
        ours = getattr(d2l, name)()
        parity.carry(published, ours)
        outputs = d2l.predict(ours, PICTURES, device="cpu")
        assert parity.distance(outputs, truth) < 1e-4
        assert np.std(truth) > 0.1


@pytest.fixture(params=[0, 1], ids=["torch", "paddle"])
def d2l(request, twins):
    return twins[request.param]


def shapes(table):
    """The shape after each layer of a summary, by the layer's name."""
    return {row.name: tuple(row.shape) for row in table.rows}


def test_each_stage_halves_and_widens(d2l):
    found = shapes(d2l.summary(d2l.resnet50(), (1, 3, 64, 64)))
    assert found["layer1.2.conv3"] == (1, 256, 16, 16)
    assert found["layer2.0.conv1"] == (1, 128, 16, 16)
    assert found["layer2.0.conv2"] == (1, 128, 8, 8)  # the stride is here
    assert found["layer4.0.downsample.0"] == (1, 2048, 2, 2)


@pytest.mark.parametrize("block", ["BasicBlock", "Bottleneck"])
def test_a_block_is_its_input_plus_what_its_layers_make(d2l, block):
    """With the last normalisation's factors at zero, only x is left."""
    layer = getattr(d2l, block)(8, 8 // getattr(d2l, block).expansion)
    arrays = parity.weights(layer)
    last = max(n for n in arrays if n.startswith("bn"))[:3]
    arrays[f"{last}.weight"] *= 0
    parity.load(layer, arrays)
    x = np.random.default_rng(0).standard_normal((2, 8, 5, 5))
    x = x.astype(np.float32)
    np.testing.assert_array_equal(d2l.predict(layer, x), np.maximum(x, 0))


@pytest.mark.parametrize("block", ["BasicBlock", "Bottleneck"])
def test_a_projection_stands_only_where_shapes_differ(d2l, block):
    make = getattr(d2l, block)
    wide = 4 * make.expansion

    def projects(*arguments):
        names = parity.weights(make(*arguments))
        return any(name.startswith("downsample") for name in names)

    assert not projects(wide, 4)
    assert projects(wide, 4, 2)
    assert projects(3, 4)
    assert not projects(3, 4, 2, False)


def test_without_shortcuts_a_net_has_the_same_layers_and_no_projection(d2l):
    nets = [d2l.SmallResNet(20, width=4, shortcuts=s) for s in (True, False)]
    with_them, without = map(parity.weights, nets)
    missing = with_them.keys() - without.keys()
    assert without.keys() < with_them.keys()
    assert {name.split(".")[2] for name in missing} == {"downsample"}


@pytest.mark.parametrize("depth", [8, 14, 20, 56])
def test_depth_counts_the_layers_with_weights(d2l, depth):
    arrays = parity.weights(d2l.SmallResNet(depth, width=2))
    layers = [
        name
        for name, array in arrays.items()
        if array.ndim > 1 and "downsample" not in name
    ]
    assert len(layers) == depth


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"depth": 18}, "depth is 18; expected 8, 14, 20"),
        ({"depth": 2}, "depth is 2; expected 8, 14, 20"),
        ({"width": 0}, "width is 0"),
        ({"classes": 0}, "classes is 0"),
        ({"in_channels": 1.5}, "in_channels is 1.5"),
    ],
)
def test_numbers_out_of_range_are_named(d2l, arguments, message):
    with pytest.raises(ValueError, match=message):
        d2l.SmallResNet(**arguments)


def test_blocks_and_stages_refuse_what_they_cannot_be(d2l):
    with pytest.raises(ValueError, match="stride is 0"):
        d2l.BasicBlock(3, 4, stride=0)
    with pytest.raises(ValueError, match="four numbers"):
        d2l.ResNet(d2l.BasicBlock, (2, 2, 2))
    with pytest.raises(ValueError, match="blocks is 0"):
        d2l.ResNet(d2l.BasicBlock, (2, 2, 0, 2))
