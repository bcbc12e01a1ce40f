"""Arguments are copies that lie as theirs do, and must stay."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays, basic_indices

from d2lcode.grading import AnswerError, expect
from d2lcode.grading.copies import copied

X = np.arange(24.0).reshape(2, 3, 4)
LAYOUTS = {
    "C": X,
    "Fortran": np.asfortranarray(X),
    "transposed": X.T,
    "axes turned": X.transpose(1, 2, 0),
    "gaps": X[:, :, ::2],
    "backwards": X[::-1, :, ::-1],
    "gaps, transposed": X[:, ::2].T,
    "broadcast": np.broadcast_to(X[:1], (4, 3, 4)),
    "objects": np.array([[None, 1], [2, "a"]])[:, ::-1],
    "empty": np.zeros((0, 2)),
    "one": np.array(3.0),
}


def shape_in_memory(array):
    flags = array.flags
    order = np.argsort([-abs(s) for s in array.strides], kind="stable")
    return flags.c_contiguous, flags.f_contiguous, order.tolist()


@pytest.mark.parametrize("array", LAYOUTS.values(), ids=list(LAYOUTS))
def test_a_copy_lies_in_memory_as_it_did(array):
    copy = copied(array)
    assert np.array_equal(copy, array)
    assert copy.dtype == array.dtype
    assert not np.shares_memory(copy, array)
    assert copy.flags.writeable
    if 0 not in array.strides:
        assert shape_in_memory(copy) == shape_in_memory(array)


@given(arrays(int, (3, 4, 2)), basic_indices((3, 4, 2)), st.booleans())
def test_any_view_is_copied(array, index, turned):
    view = np.asarray(array[index])
    view = view.T if turned else view
    assert np.array_equal(copied(view), view)


def test_an_answer_sees_what_is_transposed():
    call = expect(lambda x: x.flags.c_contiguous, X.T)
    assert call.value is False


@pytest.fixture(params=["torch", "paddle"])
def tensor(request):
    framework = pytest.importorskip(request.param)
    make = {"torch": "tensor", "paddle": "to_tensor"}[request.param]
    return getattr(framework, make)([[1.0, 2.0], [3.0, 4.0]])


def spoil(x):
    x[0] = 9.0
    return 1.0


def test_a_tensor_of_the_graders_is_safe(tensor):
    call = expect(spoil, tensor)
    assert tensor.numpy().tolist() == [[1, 2], [3, 4]]
    with pytest.raises(AnswerError, match="Afterwards x was no longer"):
        call.returns(1.0)


def test_a_tensor_that_is_followed_stays_itself(tensor):
    tensor.stop_gradient = False  # Paddle's way
    if hasattr(tensor, "requires_grad_"):
        tensor.requires_grad_()
    call = expect(lambda x: x, [tensor])
    assert call.value[0] is tensor


def test_a_followed_tensor_must_stay_too():
    torch = pytest.importorskip("torch")
    weight = torch.ones(2, requires_grad=True)

    def step(w):
        with torch.no_grad():
            w -= 1
        return 1.0

    with pytest.raises(AnswerError, match="Afterwards w was no longer"):
        expect(step, weight).returns(1.0)


def test_a_transposed_tensor_stays_so():
    torch = pytest.importorskip("torch")
    for view in (torch.ones(3, 4).T, torch.ones(3, 4)[:, ::2]):
        assert not expect(lambda x: x, view).value.is_contiguous()


def clip(x, limit=1):
    np.clip(x, -limit, limit, out=x)
    return 1.0


def test_a_result_is_right_only_if_the_arguments_stay():
    call = expect(clip, np.array([5.0]))
    with pytest.raises(AnswerError, match="Afterwards x was no longer"):
        call.returns(1.0)
    assert expect(clip, np.array([0.5])).returns(1.0)


def test_a_task_may_let_an_argument_change():
    call = expect(clip, np.array([5.0]), limit=2)
    for allowed in (True, ["x"], [0], {"x", "limit"}):
        assert call.returns(1.0, may_change=allowed) is call
    for other in (["limit"], [1], []):
        with pytest.raises(AnswerError, match="Afterwards x"):
            call.returns(1.0, may_change=other)


CHANGES = {
    "a list": (lambda v: v.append(3), [1, 2], "caller's list"),
    "a list inside": (lambda v: v[0].append(3), [[1], 2], "caller's list"),
    "a dictionary": (lambda v: v.update(b=1), {"a": 1}, "caller's dict"),
    "an entry": (lambda v: v.update(a=2), {"a": 1}, "caller's dict"),
    "an array inside": (
        lambda v: v[0].sort(),
        (np.array([2, 1]),),
        r"v\[0\] was no longer",
    ),
    "another dtype": (lambda v: v.sort(), np.array([2, 1]), "works in place"),
}


@pytest.mark.parametrize(
    ("spoils", "value", "said"), CHANGES.values(), ids=list(CHANGES)
)
def test_other_arguments_must_stay_too(spoils, value, said):
    def answer(v):
        spoils(v)
        return 1

    with pytest.raises(AnswerError, match=said):
        expect(answer, value).returns(1)
    assert copied(value) is not None


@pytest.mark.parametrize(
    "value",
    [
        [np.nan, 1],
        {"a": np.array([np.nan])},
        (np.array(["a"]), "b"),
        np.random.default_rng(0),
        np.array([None]),
    ],
    ids=str,
)
def test_what_stays_is_no_change(value):
    expect(lambda v: 1, value).returns(1)


def test_a_generator_is_the_callers_own():
    rng = np.random.default_rng(0)
    assert expect(lambda r: r, rng).value is rng


def test_arguments_are_found_by_position_too():
    call = expect(lambda other, *, named: 1, X, named=2)
    assert np.array_equal(call.args[0], X)
    assert call.args[0] is call.arguments["other"]
    assert call.kwargs == {"named": 2}


def changes_the_second(pair):
    pair[1][0] += 1


def test_of_a_tuple_the_changed_array_is_named():
    pair = np.zeros(2), np.array([3.0, 4.0])
    with pytest.raises(AnswerError) as raised:
        expect(changes_the_second, pair).leaves_inputs()
    said = str(raised.value)
    assert "Afterwards pair[1] was no longer what it had been" in said
    assert "[4, 4]" in said
    assert "works in place, on its caller's array" in said
    assert "tuple." not in said


def replaces_the_second(pair):
    pair[1] = 5


def test_of_a_list_that_was_given_something_else_the_list_is_named():
    with pytest.raises(AnswerError, match="changed its caller's list"):
        expect(replaces_the_second, [1, 2]).leaves_inputs()
