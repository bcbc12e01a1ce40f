"""Quantised, distilled and exported: the twins, and what by hand gives."""

import numpy as np
import pytest

from d2lcode import parity
from d2lcode.scratch.compression import quantise as by_hand

DENSE = "classifier.1", "classifier.3", "classifier.5"


def pictures(n=64, seed=0):
    return np.random.default_rng(seed).random((n, 1, 28, 28), dtype=np.float32)


def pair(twins, widths=(4, 6, 20, 12)):
    ours, theirs = (d2l.SlimLeNet(widths) for d2l in twins)
    parity.carry(ours, theirs)
    return ours, theirs


@pytest.mark.parametrize("widths", [(1, 2, 3), (1, 2, 3, 4, 5), (1, 0, 3, 4)])
def test_widths_that_cannot_be(twins, widths):
    for d2l in twins:
        with pytest.raises(ValueError, match="expected"):
            d2l.SlimLeNet(widths)


def test_as_wide_as_lenet_it_is_lenet(twins):
    for d2l in twins:
        lenet, slim = d2l.LeNet(), d2l.SlimLeNet()
        parity.carry(lenet, slim)
        outputs = [d2l.predict(m, pictures(5)) for m in (lenet, slim)]
        assert np.array_equal(*outputs)


def test_quantised_models_are_near_the_real_ones_and_near_each_other(twins):
    x, outputs = pictures(), []
    for d2l, model in zip(twins, pair(twins), strict=True):
        before = d2l.predict(model, x)
        after = d2l.predict(d2l.post_training(model, x), x)
        assert 0 < parity.distance(before, after) < 0.1
        assert np.array_equal(d2l.predict(model, x), before)
        outputs.append(after)
    assert parity.distance(*outputs) < 0.1


@pytest.mark.parametrize("bits", [2, 5, 8])
def test_the_whole_numbers_are_those_by_hand(twins, bits):
    """Torch has a scale for each output, Paddle one for each layer."""
    top = 2 ** (bits - 1) - 1
    for d2l, model in zip(twins, pair(twins), strict=True):
        real = parity.weights(model)
        arrays = d2l.int8_arrays(d2l.post_training(model, pictures(), bits))
        for name, w in real.items():
            if not name.endswith(".weight"):
                continue
            found, scale = arrays[name], arrays[name[:-6] + "scale"]
            assert found.dtype == np.int8
            assert found.shape == w.shape
            flat = np.abs(w).reshape(len(w), -1)
            largest = flat.max(axis=1) if scale.ndim else flat.max()
            assert np.allclose(
                scale * (1 if scale.ndim else 1 / top),
                (largest / top),
                rtol=1e-5,
            )
            steps = (largest / top).reshape(-1, *[1] * (w.ndim - 1))
            share = w / steps
            sure = np.abs(np.abs(share - np.trunc(share)) - 0.5) > 1e-3
            assert np.array_equal(found[sure], np.rint(share)[sure])


def test_eight_bits_take_a_quarter_of_the_bytes(twins):
    for d2l in twins:
        model = d2l.SlimLeNet()
        real = sum(a.nbytes for a in parity.weights(model).values())
        arrays = d2l.int8_arrays(d2l.post_training(model, pictures()))
        assert real == 4 * 61_706
        assert 0.25 < sum(a.nbytes for a in arrays.values()) / real < 0.27
        assert {name.rpartition(".")[0] for name in arrays} == {
            "features.0",
            "features.3",
            *DENSE,
        }


@pytest.mark.parametrize("bits", [1, 9])
def test_bits_out_of_range(twins, bits):
    for d2l in twins:
        model = d2l.SlimLeNet((1, 1, 2, 2))
        with pytest.raises(
            ValueError, match=f"weight_bits is {bits}; expected"
        ):
            d2l.post_training(model, pictures(2), bits)
        with pytest.raises(
            ValueError, match=f"weight_bits is {bits}; expected"
        ):
            d2l.aware(model, bits)


def test_trained_in_two_bits_it_learns_and_is_converted_as_it_is(twins):
    x, y = 0.3 * pictures(60), np.arange(60) % 3
    x[np.arange(60), :, 9 * y, :] = 1
    for d2l, model in zip(twins, pair(twins), strict=True):
        start = parity.weights(model)
        aware = d2l.aware(model, 2)
        options = {"lr": 0.1, "progress": False, "device": "cpu"}
        history = d2l.fit(aware, (x, y), epochs=25, batch_size=20, **options)
        assert history.losses[-1] < 0.5 * history.losses[0]
        done = d2l.converted(aware)
        said = d2l.predict(done, x).argmax(axis=1)
        assert (said == y).mean() > 0.8
        weights = d2l.int8_arrays(done)["classifier.1.weight"]
        assert set(np.unique(weights)) <= {-1, 0, 1}
        assert all(
            np.array_equal(v, start[k])
            for k, v in parity.weights(model).items()
        )


def test_paddles_dense_layers_are_the_product_by_hand(twins):
    d2l, (_, model) = twins[1], pair(twins)
    x = pictures(9)
    done = d2l.post_training(model, x)
    arrays = d2l.int8_arrays(done)
    layer = done.classifier[1]
    import paddle

    scale = arrays["classifier.1.input_scale"] / 127
    rng = np.random.default_rng(0)  # nothing half-way between two steps
    values = rng.integers(-140, 140, (9, 150)) + rng.uniform(-0.4, 0.4, 150)
    values = (scale * values).astype(np.float32)
    theirs = layer(paddle.to_tensor(values)).numpy()
    step = arrays["classifier.1.scale"] / 127
    q = by_hand.quantise(values, scale, 0)
    total = by_hand.product(q, arrays["classifier.1.weight"].T)
    ours = total * scale * step + arrays["classifier.1.bias"]
    assert parity.distance(ours, theirs) < 1e-5


def test_the_distillation_loss_is_the_same_and_so_is_its_gradient(twins):
    import paddle
    import scipy.special
    import torch

    rng = np.random.default_rng(0)
    student, teacher = rng.normal(0, 3, (2, 20, 10)).astype(np.float32)
    ours = torch.from_numpy(student).requires_grad_()
    theirs = paddle.to_tensor(student, stop_gradient=False)
    loss = twins[0].distillation_loss(ours, torch.from_numpy(teacher), 3.0)
    other = twins[1].distillation_loss(theirs, paddle.to_tensor(teacher), 3.0)
    loss.backward()
    other.backward()
    p, q = (scipy.special.softmax(z / 3.0, axis=1) for z in (teacher, student))
    right = 9 * scipy.special.rel_entr(p, q).sum() / 20
    assert float(loss) == pytest.approx(right, rel=1e-5)
    assert float(other) == pytest.approx(right, rel=1e-5)
    assert parity.distance(ours.grad.numpy(), theirs.grad.numpy()) < 1e-5
    assert parity.distance(ours.grad.numpy(), 3 * (q - p) / 20) < 1e-5


@pytest.mark.parametrize("temperature", [0, -1.0, float("inf")])
def test_temperatures_that_cannot_be(twins, temperature):
    for d2l in twins:
        with pytest.raises(ValueError, match="temperature"):
            d2l.distillation_loss(None, None, temperature)


@pytest.mark.parametrize(
    ("place", "needs"), [(0, "onnxscript"), (1, "paddle2onnx")]
)
def test_what_is_exported_runs_elsewhere_with_the_same_outputs(
    twins, tmp_path, place, needs
):
    pytest.importorskip(needs)
    runtime = pytest.importorskip("onnxruntime")
    d2l, model = twins[place], pair(twins)[place]
    path = tmp_path / "net.onnx"
    d2l.export_onnx(model, path, pictures(2))
    assert [p.name for p in tmp_path.iterdir()] == ["net.onnx"]
    session = runtime.InferenceSession(path)
    name = session.get_inputs()[0].name
    for n in (1, 2, 7):
        x = pictures(n, seed=n)
        found = session.run(None, {name: x})[0]
        assert np.abs(found - d2l.predict(model, x)).max() < 1e-4


def test_one_row_is_too_few_to_export(twins, tmp_path):
    for d2l in twins:
        with pytest.raises(ValueError, match="x has 1 rows; expected 2"):
            d2l.export_onnx(d2l.SlimLeNet(), tmp_path / "a.onnx", pictures(1))
