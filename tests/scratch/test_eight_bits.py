"""Quantising by hand, and its products beside the frameworks'."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from d2lcode.scratch.compression import quantise as by_hand

numbers = st.floats(-1e4, 1e4, allow_nan=False, width=32)


def arrays(seed, n=None, m=None, k=None):
    """Inputs (n, m), weights (m, k) and a bias (k,), of random sizes."""
    rng = np.random.default_rng(seed)
    n, m, k = n or rng.integers(1, 20), rng.integers(1, 60), k or 7
    x = rng.normal(rng.normal(), rng.uniform(0.1, 5), (n, m))
    w, b = rng.normal(size=(m, k)), rng.normal(size=k)
    return (a.astype(np.float32) for a in (x, w, b))


def whole(seed, shape, low, high, kind):
    rng = np.random.default_rng(seed)
    return rng.integers(low, high + 1, shape).astype(kind)


@settings(deadline=None)
@given(st.lists(numbers, min_size=1, max_size=40))
def test_there_and_back_moves_a_number_by_half_a_step(values):
    x = np.array(values, np.float32)
    scale, zero = by_hand.grid(float(x.min()), float(x.max()))
    q = by_hand.quantise(x, scale, zero)
    assert q.dtype == np.int8
    again = by_hand.dequantise(q, scale, zero)
    # Half a step for rounding x, half for rounding the zero point.
    assert np.all(np.abs(again - x) <= 1.001 * scale + 1e-30)
    assert (
        by_hand.dequantise(by_hand.quantise(0, scale, zero), scale, zero) == 0
    )


@pytest.mark.parametrize(
    ("low", "high", "scale", "zero"),
    [(-1.0, 1.55, 0.01, -28), (2.0, 5.1, 0.02, -128), (-2.55, -1, 0.01, 127)],
)
def test_the_grid_holds_zero(low, high, scale, zero):
    found = by_hand.grid(low, high)
    assert found[0] == pytest.approx(scale)
    assert found[1] == zero


def test_a_grid_of_nothing_but_zero():
    assert by_hand.grid(0.0, 0.0) == (1.0, -128)


@pytest.mark.parametrize(
    "arguments", [(1, 0), (0, 1, 5, 5), (float("nan"), 1.0)]
)
def test_grids_that_cannot_be(arguments):
    with pytest.raises(ValueError, match=r"expected low <= high"):
        by_hand.grid(*arguments)


def test_the_product_is_exact_where_eight_bits_would_run_over():
    a = np.full((2, 3000), -128, np.int8)
    assert by_hand.product(a, a.T, 127, 127)[0, 0] == 3000 * 255**2


@pytest.mark.parametrize("seed", range(20))
def test_the_product_stands_for_the_real_one(seed):
    x, w, _ = arrays(seed)
    x_grid = by_hand.grid(float(x.min()), float(x.max()))
    w_grid = by_hand.grid(float(w.min()), float(w.max()))
    q, r = by_hand.quantise(x, *x_grid), by_hand.quantise(w, *w_grid)
    total = by_hand.product(q, r, x_grid[1], w_grid[1])
    real = by_hand.dequantise(q, *x_grid).astype(float)
    real = real @ by_hand.dequantise(r, *w_grid)
    assert np.allclose(total * x_grid[0] * w_grid[0], real, rtol=1e-4)


def test_pytorch_multiplies_to_the_same_whole_numbers():
    torch = pytest.importorskip("torch")
    for seed in range(1000):
        a = whole(seed, (17, 8 + seed % 40), -128, 127, np.int8)
        b = whole(seed + 1, (a.shape[1], 8), -128, 127, np.int8)
        theirs = torch.from_numpy(a).int() @ torch.from_numpy(b).int()
        assert np.array_equal(theirs.numpy(), by_hand.product(a, b))


def test_paddle_multiplies_to_the_same_whole_numbers():
    paddle = pytest.importorskip("paddle")
    for seed in range(1000):
        a = whole(seed, (17, 8 + seed % 40), -128, 127, np.int8)
        b = whole(seed + 1, (a.shape[1], 8), -128, 127, np.int8)
        wide = [paddle.to_tensor(v.astype(np.int32)) for v in (a, b)]
        theirs = paddle.matmul(*wide)
        assert np.array_equal(theirs.numpy(), by_hand.product(a, b))


def test_a_dense_layer_is_pytorchs_quantised_one():
    torch = pytest.importorskip("torch")
    fused = torch.backends.quantized.engine in ("x86", "fbgemm", "onednn")
    for seed in range(300):
        x, w, b = arrays(seed, k=1 + seed % 20)
        y = x @ w + b
        grids = [
            by_hand.grid(float(x.min()), float(x.max()), 0, 127),
            by_hand.grid(float(y.min()), float(y.max()), 0, 255),
        ]
        scale = float(np.abs(w).max() / 127)
        xq = torch.quantize_per_tensor(
            torch.from_numpy(x), *grids[0], torch.quint8
        )
        wq = torch.quantize_per_tensor(
            torch.from_numpy(w.T.copy()), scale, 0, torch.qint8
        )
        packed = torch.ops.quantized.linear_prepack(wq, torch.from_numpy(b))
        theirs = torch.ops.quantized.linear(xq, packed, *grids[1])
        ours = by_hand.dense(
            xq.int_repr().numpy(),
            wq.int_repr().numpy().T,
            b,
            grids[0],
            scale,
            grids[1],
        )
        # Other processors' kernels round the bias to whole numbers first.
        gap = ours.astype(int) - theirs.int_repr().numpy()
        assert np.abs(gap).max() <= (0 if fused else 1)


def test_onnxruntime_multiplies_to_the_same_whole_numbers():
    onnx = pytest.importorskip("onnx")
    runtime = pytest.importorskip("onnxruntime")
    kinds = {"a": onnx.TensorProto.UINT8, "b": onnx.TensorProto.INT8}
    value = onnx.helper.make_tensor_value_info
    graph = onnx.helper.make_graph(
        [onnx.helper.make_node("MatMulInteger", ["a", "b", "za"], ["y"])],
        "product",
        [
            *(value(name, kind, [None, None]) for name, kind in kinds.items()),
            value("za", onnx.TensorProto.UINT8, []),
        ],
        [value("y", onnx.TensorProto.INT32, [None, None])],
    )
    model = onnx.helper.make_model(
        graph, opset_imports=[onnx.helper.make_opsetid("", 17)], ir_version=8
    )
    session = runtime.InferenceSession(model.SerializeToString())
    for seed in range(200):
        a = whole(seed, (9, 1 + seed % 70), 0, 127, np.uint8)
        b = whole(seed + 1, (a.shape[1], 6), -127, 127, np.int8)
        zero = np.array(seed % 128, np.uint8)
        theirs = session.run(None, {"a": a, "b": b, "za": zero})[0]
        assert np.array_equal(theirs, by_hand.product(a, b, int(zero)))
