import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import check_grad

from d2lcode.scratch.autograd import Tensor, as_tensor, fold, in_order

BINARY = {
    "add": lambda a, b: a + b,
    "subtract": lambda a, b: a - b,
    "multiply": lambda a, b: a * b,
    "divide": lambda a, b: a / (b * b + 1.0),
}
UNARY = {
    "negate": lambda a: -a,
    "exp": lambda a: a.exp(),
    "log": lambda a: (a * a + 0.5).log(),
    "tanh": lambda a: a.tanh(),
    "relu": lambda a: a.relu(),
    "cube": lambda a: a**3,
    "root": lambda a: (a * a + 0.5) ** 0.5,
    "sum": lambda a: a.sum(),
    "sum of rows": lambda a: a.sum(axis=1) ** 2,
    "sum of columns": lambda a: a.sum(axis=0, keepdims=True) * a,
    "sum from the end": lambda a: a.sum(axis=-2) ** 2,
    "sum over both": lambda a: a.sum(axis=(0, 1)) ** 2,
    "mean": lambda a: a.mean() ** 2,
    "mean of rows": lambda a: a.mean(axis=1, keepdims=True) * a,
    "mean of columns": lambda a: a.mean(axis=0) ** 2,
    "reshape": lambda a: a.reshape(2, 6) * np.arange(12.0).reshape(2, 6),
    "flatten": lambda a: a.reshape(-1) * np.arange(12.0),
}


def normal(*shape, seed=0):
    return np.random.default_rng(seed).normal(size=shape)


def check(function, *arrays):
    """Hold the gradient of a weighted sum of function(…) to SciPy's."""
    sizes = np.cumsum([a.size for a in arrays])[:-1]

    def tensors(flat):
        parts = np.split(flat, sizes)
        return [
            Tensor(p.reshape(a.shape))
            for p, a in zip(parts, arrays, strict=True)
        ]

    def loss(inputs):
        out = function(*inputs)
        weights = 1.0 + np.arange(out.value.size).reshape(out.value.shape)
        return (out * weights).sum()

    def gradient(flat):
        inputs = tensors(flat)
        loss(inputs).backward()
        return np.concatenate([t.grad.ravel() for t in inputs])

    at = np.concatenate([a.ravel() for a in arrays])
    off = check_grad(lambda v: float(loss(tensors(v)).value), gradient, at)
    assert off < 1e-4 * (1 + np.linalg.norm(gradient(at)))


@pytest.mark.parametrize("name", BINARY)
@pytest.mark.parametrize(
    ("left", "right"),
    [
        ((3, 4), (3, 4)),
        ((3, 4), (4,)),
        ((3, 1), (1, 4)),
        ((), (2, 3)),
        ((2, 3, 4), (3, 1)),
        ((1, 1), (5, 2)),
    ],
)
def test_operations_of_two_broadcast(name, left, right):
    check(BINARY[name], normal(*left), normal(*right, seed=1))
    check(BINARY[name], normal(*right), normal(*left, seed=1))


@pytest.mark.parametrize("name", UNARY)
def test_operations_of_one(name):
    check(UNARY[name], normal(3, 4))


def test_a_product_of_matrices():
    check(lambda a, b: a @ b, normal(3, 4), normal(4, 2, seed=1))
    check(lambda a: a @ a, normal(3, 3))


def test_a_network_with_one_hidden_layer():
    x = normal(6, 3, seed=9)

    def network(w1, b1, w2, b2):
        return ((x @ w1 + b1).tanh() @ w2 + b2) ** 2

    check(network, normal(3, 5), normal(5), normal(5, 2), normal(2))


@pytest.mark.parametrize(
    "function",
    [
        lambda t, a: a + t,
        lambda t, a: a - t,
        lambda t, a: a * t,
        lambda t, a: a / t,
        lambda t, a: a.T @ t,
        lambda t, a: 2.0 - t + 3 * t - 1 / t,
    ],
)
def test_arrays_and_numbers_may_stand_on_the_left(function):
    array = np.arange(1.0, 7.0).reshape(2, 3)
    tensor = Tensor(array + 1)
    result = function(tensor, array)
    assert isinstance(result, Tensor)
    expected = function(array + 1, array)
    np.testing.assert_allclose(result.value, expected)
    check(lambda t: function(t, array), array + 1)


def test_a_node_used_twice_gets_both_slopes():
    a = Tensor(3.0)
    (a * a + a).backward()
    assert a.grad == 7.0


def test_a_diamond_is_walked_once_in_the_right_order():
    a = Tensor(2.0)
    b = a * 3.0
    c = b * b
    d = b + c
    (c * d).backward()
    assert a.value == 2.0
    assert d.grad == 36.0
    assert c.grad == 42.0 + 36.0
    assert b.grad == 36.0 + 2 * 6 * 78.0
    assert a.grad == 3 * b.grad


def test_gradients_add_up_until_they_are_cleared():
    a = Tensor([1.0, 2.0])
    loss = (a * a).sum()
    loss.backward()
    loss.backward()
    np.testing.assert_array_equal(a.grad, [4.0, 8.0])
    assert loss.grad == 2.0
    a.grad[:] = 0
    (a * 5.0).sum().backward()
    np.testing.assert_array_equal(a.grad, [5.0, 5.0])


def test_what_the_loss_does_not_depend_on_has_no_slope():
    a, b = Tensor([1.0]), Tensor([2.0])
    (a * 2.0).backward()
    assert b.grad == 0.0
    assert a.grad == 2.0


def test_relu_is_flat_at_zero_and_below():
    a = Tensor([-1.0, 0.0, 2.0])
    out = a.relu()
    out.sum().backward()
    np.testing.assert_array_equal(out.value, [0.0, 0.0, 2.0])
    np.testing.assert_array_equal(a.grad, [0.0, 0.0, 1.0])


def test_the_values_are_those_of_numpy():
    x = normal(2, 3)
    a = Tensor(x)
    np.testing.assert_allclose(a.exp().value, np.exp(x))
    np.testing.assert_allclose(a.exp().log().value, x)
    np.testing.assert_allclose(a.tanh().value, np.tanh(x))
    np.testing.assert_allclose((a**2).value, x**2)
    np.testing.assert_allclose(a.mean(axis=0).value, x.mean(axis=0))
    np.testing.assert_allclose(a.mean().value, x.mean())
    kept = a.sum(axis=1, keepdims=True)
    np.testing.assert_allclose(kept.value, x.sum(axis=1, keepdims=True))
    np.testing.assert_array_equal(a.reshape(3, 2).value, x.reshape(3, 2))
    np.testing.assert_allclose((a @ x.T).value, x @ x.T)


def test_a_tensor_has_its_own_copy_in_float64():
    array = np.array([1, 2], dtype=np.int32)
    tensor = Tensor(array)
    assert tensor.value.dtype == tensor.grad.dtype == np.float64
    tensor.value += 1
    np.testing.assert_array_equal(array, [1, 2])
    assert as_tensor(tensor) is tensor
    assert as_tensor(2).value == 2.0


def test_a_chain_of_many_steps_is_no_trouble():
    a = Tensor(1.0)
    out = a
    for _ in range(5000):
        out = out + 0.001
    out.backward()
    assert a.grad == 1.0


def test_backward_wants_a_number():
    with pytest.raises(ValueError, match=r"single number.*\(2,\)"):
        Tensor([1.0, 2.0]).backward()
    one = Tensor([[3.0]])
    one.backward()
    np.testing.assert_array_equal(one.grad, [[1.0]])


@pytest.mark.parametrize(("left", "right"), [((3,), (3, 2)), ((2, 3), (3,))])
def test_a_product_wants_matrices(left, right):
    with pytest.raises(ValueError, match=r"two matrices.*\(3,\)"):
        Tensor(np.ones(left)) @ Tensor(np.ones(right))


@settings(deadline=None)
@given(
    st.lists(st.integers(1, 3), max_size=3),
    st.lists(st.booleans(), min_size=3, max_size=3),
    st.integers(0, 2),
)
def test_fold_undoes_what_broadcasting_does(whole, ones, cut):
    repeated = zip(whole, ones, strict=False)
    shape = tuple(1 if one else n for n, one in repeated)[cut:]
    slope = normal(*whole)
    folded = np.asarray(fold(slope, shape))
    assert folded.shape == shape
    array = normal(*shape, seed=1)
    spread = np.broadcast_to(array, whole)
    assert np.isclose((folded * array).sum(), (slope * spread).sum())


def test_in_order_gives_each_tensor_once_after_its_sources():
    a = Tensor(1.0)
    b = a + 1.0
    c = a * b
    last = c * b + a
    order = in_order(last)
    assert order[-1] is last
    assert len(set(order)) == len(order)
    place = {node: i for i, node in enumerate(order)}
    for node in order:
        assert all(place[s] < place[node] for s, _ in node.sources)
    assert {a, b, c} <= set(order)
