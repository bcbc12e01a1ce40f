"""What `expect` and `chosen` say, value by value."""

import ast
from collections import namedtuple
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import (
    AnswerError,
    chosen,
    close,
    digits,
    expect,
    explaining,
    numeric_gradient,
    points,
    require,
)
from d2lcode.grading.checks import RaisedError, bare, compare, is_single
from d2lcode.grading.wording import indent, kind, show, with_article

TRUTH = np.array([[1.0, 2.0], [3.0, 4.0]])


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        (None, "It returned None. Does every path end in a return?"),
        ([[1, 2], [3, 4]], "It returned a list; expected a NumPy array of"),
        (TRUTH[0], "an array of shape (2,); expected shape (2, 2)"),
        (TRUTH.astype(int), "numbers of type int64; expected float64"),
        (TRUTH * np.nan, "There are nan values in it"),
        (TRUTH * np.inf, "There are infinite values in it"),
        (TRUTH + 1, "It returned [[2, 3], [4, 5]]; expected was [[1, 2]"),
        (TRUTH, ""),
        (TRUTH.astype(np.float32), ""),
    ],
)
def test_an_array_is_checked_from_coarse_to_fine(value, complaint):
    said = compare(value, TRUTH)
    assert complaint in said
    assert bool(said) == bool(complaint)


@pytest.mark.parametrize("hand_over", [np.float32, lambda v: float(v)])
def test_an_answer_computed_in_float32_is_right(hand_over):
    """Also where it has been handed over as a float."""
    truth = 1 / 3
    for off in (0, 3e-6, -2e-5):
        assert close(hand_over(np.float32(truth + off)), truth)
    assert not close(hand_over(np.float32(truth + 1e-3)), truth)
    assert not close(truth + 3e-6, truth)
    assert compare(hand_over(np.float32(truth + 3e-6)), truth) == ""
    assert compare(truth + 3e-6, truth)


def test_what_is_near_zero_in_float32_is_zero():
    near = np.array([8.6e-8, -2.3e-7])
    assert close(near.astype(np.float32), np.zeros(2), atol=1e-9)
    assert not close(near, np.zeros(2), atol=1e-9)


def test_of_several_parts_one_tells_how_all_were_computed():
    """A number divided by n is a float again, and no more exact."""
    parts = np.array([1.0, 2.0], np.float32), 1 / 3 + 1e-6
    assert compare(parts, (np.array([1.0, 2.0]), 1 / 3)) == ""
    assert compare((parts[0].astype(float), parts[1]), (parts[0], 1 / 3))


@pytest.mark.parametrize(
    ("value", "single"),
    [
        (np.float32(0.5), True),
        (np.zeros(3, np.float32), True),
        (float(np.float32(0.1)), True),
        (np.array([0.5, np.float32(0.1)]), True),
        (np.array([0.1, np.float32(0.1)]), False),
        ([0.5, [np.float32(0.1)]], True),
        (np.float16(0.1), False),
        (0.1, False),
        (0.5, False),
        (5001.0, False),
        (0.0, False),
        (float("inf"), False),
        (float("nan"), False),
        (np.zeros(0), False),
        (3, False),
        ("a", False),
        (None, False),
        (np.arange(3), False),
        (np.array(["a"]), False),
    ],
)
def test_what_was_computed_in_float32_is_recognised(value, single):
    assert is_single(value) == single


@pytest.mark.parametrize(
    ("value", "bare_value"),
    [
        (np.array([2.5]), 2.5),
        (np.array([[2.5]]), 2.5),
        (2.5, 2.5),
        ("no number", "no number"),
    ],
)
def test_a_number_is_taken_out_of_an_array_of_one(value, bare_value):
    assert bare(value) == bare_value
    assert np.shape(bare(value)) == ()


def test_an_array_of_several_stays_one():
    assert bare(np.zeros(2)).shape == (2,)


@pytest.mark.parametrize(
    ("value", "expected", "complaint"),
    [
        (2, 3, "It returned 2; expected was 3."),
        (3.0, 3, "3, a float; expected an integer. Is there a /"),
        (True, 1, "True, a bool; expected an integer"),
        ("3", 3.0, "'3', a str; expected a number."),
        (np.array([3.0]), 3.0, "array of shape (1,); expected one number"),
        (float("nan"), 3.0, "There are nan values in it"),
        (np.float32(3), 3.0, ""),
        (np.array(3.0), 3.0, ""),
        (np.int64(3), 3, ""),
        (3, 3.0, ""),
        ("a", "a", ""),
        ("b", "a", "It returned 'b'; expected was 'a'."),
    ],
)
def test_numbers_and_names(value, expected, complaint):
    said = compare(value, expected)
    assert complaint in said
    assert bool(said) == bool(complaint)


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        (1.0, "It returned a float; expected 2 values (a, b)."),
        ((1.0,), "It returned 1 values; expected 2 values (a, b)."),
        ((1.0, 3.0), "For b, it returned 3; expected was 2."),
        ((1.0, None), "For b, it returned None."),
        ([1.0, 2.0], ""),
    ],
)
def test_parts_are_called_by_name(value, complaint):
    assert compare(value, (1.0, 2.0), ("a", "b")) == complaint


def test_of_a_large_array_the_first_difference_is_shown():
    value = np.zeros((5, 5))
    value[1, 2] = 7
    assert compare(value, np.zeros((5, 5)), ("grad",)) == (
        "For grad[1, 2], it returned 7; expected was 0.\n"
        "1 of 25 values differ."
    )


def test_nan_may_be_expected():
    assert compare(np.array([np.nan]), np.array([np.nan])) == ""


def half(x):
    return x / 2


def test_a_known_mistake_is_named():
    with pytest.raises(AnswerError) as info:
        expect(half, 4.0).returns(
            8.0, mistakes={"you added.": 6.0, "you halved.": 2.0}
        )
    assert str(info.value) == (
        "I called half(x) with\n    x = 4\n"
        "It returned 2; expected was 8.\nLikely mistake: you halved."
    )


def test_an_unknown_mistake_is_not_guessed():
    with pytest.raises(AnswerError) as info:
        expect(half, 4.0).returns(8.0, mistakes={"shape": np.ones(3)})
    assert "Likely" not in str(info.value)


def test_a_mistake_in_several_parts_must_match_in_all():
    def pair():
        return 1.0, 2.0

    with pytest.raises(AnswerError, match="Likely mistake: both"):
        expect(pair).returns(
            (0.0, 0.0), mistakes={"one": (1.0, 0.0), "both": (1.0, 2.0)}
        )


def test_a_right_answer_is_never_called_a_mistake():
    call = expect(half, 4.0)
    assert call.returns(2.0, mistakes={"halved": 2.0}) is call


def spoil(x):
    x += 1
    return x


def test_a_changed_argument_is_noticed_and_the_graders_is_safe():
    mine = np.zeros(3)
    call = expect(spoil, mine)
    assert not mine.any()
    with pytest.raises(AnswerError, match="Afterwards x was no longer"):
        call.leaves_inputs()


def test_of_a_large_argument_the_first_change_is_shown():
    with pytest.raises(AnswerError, match=r"\[0, 0\] was 0, is 1\."):
        expect(spoil, np.zeros((9, 9))).leaves_inputs()


def test_nan_in_an_argument_is_no_change():
    expect(half, np.array([np.nan])).leaves_inputs()


def test_the_parameters_must_be_those_of_the_task():
    with pytest.raises(AnswerError, match=r"yours are \(x\)"):
        expect(half, 1, 2)


def test_an_error_carries_the_call():
    with pytest.raises(RaisedError) as info:
        expect(half, "four")
    assert info.value.called == "I called half(x) with\n    x = 'four'"
    assert isinstance(info.value.__cause__, TypeError)


def test_an_unwritten_function_stays_unwritten():
    def todo():
        raise NotImplementedError

    with pytest.raises(NotImplementedError):
        expect(todo)


def test_arguments_without_names_are_numbered():
    def total(*numbers, **named):
        return sum(numbers)

    assert list(expect(total, 1, 2, c=3).before) == [
        "argument 1",
        "argument 2",
        "c",
    ]


WHY = {"a": "Too small.", "c": "Too large."}


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        ("a", "Q: you answered a. Too small."),
        ("c.", "Q: you answered c. Too large."),
        ("z.", "Q: you answered z. The letters to choose from are a, b, c."),
        ("z", "Q: you answered z. The letters to choose from are a, b, c."),
        (2, "Q: you answered 2. Expected was a letter in quotes."),
    ],
)
def test_a_wrong_choice_is_answered(given_, said):
    with pytest.raises(AnswerError) as info:
        chosen({"Q": given_}, "Q", "b", WHY)
    assert str(info.value) == said


LOOSE = [
    *("b", "B", "b.", "b)", "(b)", "[b]", "{b}", "b:", "b;", "b!", "b,"),
    *('"b"', "“b”", "«b»", "ｂ", "Ｂ", "b。", "b．", "（b）", "ｂ）", "【b】"),
    *(
        "「b」",
        "『b』",
        "《b》",
        "〔b〕",
        "b、",
        "b，",
        "b；",
        "b：",
        "b։",
        "b۔",
    ),
    *("b।", "b…", " b ", "B. ", "( b )", "\u3000b"),
]


@pytest.mark.parametrize("given_", LOOSE)
def test_the_right_choice_may_be_written_loosely(given_):
    chosen({"Q": given_}, "Q", "b", WHY)


@pytest.mark.parametrize("given_", ["bb", "b c", "ab", "ß", "в", "-b", "b-"])
def test_another_text_is_not_the_right_choice(given_):
    with pytest.raises(AnswerError, match="The letters to choose from are"):
        chosen({"Q": given_}, "Q", "b", WHY)


def test_words_of_several_parts_are_kept_whole():
    for given_ in ("Weight decay.", "（weight decay）", "ｗeight　decay"):
        chosen({"Q": given_}, "Q", "weight decay", {})
    with pytest.raises(AnswerError):
        chosen({"Q": "weight"}, "Q", "weight decay", {})


NEAR = 18.0000000001
NUMBERS = [
    *(18, 18.0, NEAR, np.int64(18), np.float32(18), np.uint8(18)),
    *(np.array(18), np.array([18.0]), np.array([[[NEAR]]])),
    *(Fraction(36, 2), Decimal(18), 18 + 0j),
]


@pytest.mark.parametrize("given_", NUMBERS, ids=repr)
def test_the_right_number_may_be_of_any_type(given_):
    chosen({"Q": given_}, "Q", 18, {})
    chosen({"Q": [given_, (2.5)]}, "Q", (18, 2.5), {})


def test_an_array_of_one_entry_is_a_tuple_where_one_is_asked_for():
    chosen({"Q": np.array([18])}, "Q", (18,), {})
    chosen({"Q": np.array([], int)}, "Q", (), {})
    for number in (18, np.array(18), np.array([[18]])):
        with pytest.raises(AnswerError, match="a tuple"):
            chosen({"Q": number}, "Q", (18,), {})


def test_a_sum_of_tenths_is_their_number():
    chosen({"Q": sum([1 / 40] * 10)}, "Q", 0.25, {})
    with pytest.raises(AnswerError, match="Twice as much"):
        chosen({"Q": sum([1 / 40] * 20)}, "Q", 0.25, {0.5: "Twice as much."})


@pytest.mark.parametrize("given_", [18.001, 17, True, "18", np.array([18, 1])])
def test_another_number_is_not_the_right_one(given_):
    with pytest.raises(AnswerError):
        chosen({"Q": given_}, "Q", 18, {})


def test_whole_numbers_are_chosen_exactly():
    with pytest.raises(AnswerError):
        chosen({"Q": 10_000_001}, "Q", 10_000_000, {})


def test_a_tuple_may_be_of_a_kind_of_its_own():
    pair = namedtuple("Pair", "a b")(np.int64(1), 2.0)
    for given_ in (pair, np.array([1, 2]), [1, Fraction(2)]):
        chosen({"Q": given_}, "Q", (1, 2), {})


def test_torchs_sizes_are_tuples():
    torch = pytest.importorskip("torch")
    chosen({"Q": torch.zeros(2, 3).shape}, "Q", (2, 3), {})


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        (4, "you answered 4. Four is too many."),
        (7.5, "you answered 7.5. Work it out once more"),
        ("8", "'8'. Expected was a number. Leave the quotes out: 8."),
        ("eight", "you answered 'eight'. Expected was a number."),
        ("", "you answered ''. Expected was a number."),
        (True, "you answered True. Expected was a number."),
    ],
)
def test_a_wrong_number_is_answered(given_, said):
    with pytest.raises(AnswerError) as info:
        chosen({"Q": given_}, "Q", 0.25, {4: "Four is too many."})
    assert said in str(info.value)


@pytest.mark.parametrize("right", ["error", (2, 3), ()])
def test_an_answer_may_be_of_two_forms(right):
    form = {
        "form": 'a tuple, such as (1, 2), or "error"',
        "fits": lambda g: isinstance(g, tuple) or g == "error",
    }
    for given_ in ("refused", "(8, 3)", 3):
        with pytest.raises(AnswerError, match=r"Expected was a tuple, such"):
            chosen({"Q": given_}, "Q", right, {(8, 1): "no"}, **form)
    with pytest.raises(AnswerError, match="Work it out once more"):
        chosen({"Q": (5, 5)}, "Q", right, {(8, 1): "no"}, **form)
    chosen({"Q": right}, "Q", right, {(8, 1): "no"}, **form)


def test_words_are_listed_as_answers():
    with pytest.raises(AnswerError, match="answers to choose from are copy"):
        chosen({"Q": "shares"}, "Q", "share", {"copy": "no"})


def test_answers_must_be_a_dictionary():
    with pytest.raises(AnswerError, match="are a list; expected was"):
        chosen(["a"], "Q", "b", WHY)


def test_a_bare_number_stands_for_an_array_without_axes():
    expect(lambda: np.float64(2.0)).returns(np.array(2.0))
    with pytest.raises(AnswerError, match="returned an array of shape"):
        expect(lambda: np.array(3.0)).returns(np.array(2.0))


def test_unequal_numbers_are_not_shown_as_equal():
    with pytest.raises(AnswerError, match=r"nearly, and not quite, 0\.836988"):
        expect(lambda: 0.8369881).returns(0.8369883, rtol=1e-9, atol=0)


def test_right_values_of_a_wrong_type_are_no_mistake_of_values():
    with pytest.raises(AnswerError) as info:
        expect(lambda: 3.0).returns(3, mistakes={"nan was counted": 3})
    assert "Likely" not in str(info.value)


def test_small_cases_of_hypothesis_name_no_mistake():
    @given(st.just(np.array([0.0, 0.0])))
    def run(a):
        expect(lambda a: 1.0, a).returns(0.0, mistakes={"you counted": 1.0})

    with pytest.raises(AnswerError) as info:
        run()
    assert "Likely" not in str(info.value)


def test_tuples_may_be_lists():
    chosen({"Q": [1, 2]}, "Q", (1, 2), {})
    with pytest.raises(AnswerError, match=r"quotes out: \(1, 2\)\.$"):
        chosen({"Q": "(1, 2)"}, "Q", (1, 2), {})
    with pytest.raises(AnswerError, match="Work it out once more"):
        chosen({"Q": [1, 3]}, "Q", (1, 2), {})
    with pytest.raises(AnswerError, match=r"a tuple of 2, such as \(1, 2\)"):
        chosen({"Q": 1}, "Q", (1, 2), {})
    with pytest.raises(AnswerError, match="Work it out once more"):
        chosen({"Q": ([1], 2)}, "Q", (1, 2), {(1, 3): "no"})


def test_an_open_choice_is_unsolved_and_a_lost_one_is_told():
    with pytest.raises(NotImplementedError, match="'Q' has no answer yet"):
        chosen({"Q": None}, "Q", "b", WHY)
    with pytest.raises(AnswerError, match="The entry 'Q' is gone"):
        chosen({}, "Q", "b", WHY)


def test_require():
    require(True, "unsaid")
    with pytest.raises(AnswerError, match=r"^said$"):
        require(False, "said")


@pytest.mark.parametrize("worth", [0, -1, 1.5, "2"])
def test_points_are_positive_integers(worth):
    with pytest.raises(ValueError, match="expected a positive integer"):
        points(worth)


@given(st.lists(st.integers(-5, 5), min_size=2, max_size=2))
def test_the_numeric_gradient_is_that_of_a_polynomial(at):
    x = np.array(at, dtype=float)
    slope = numeric_gradient(lambda v: v[0] ** 2 + 3 * v[0] * v[1], x)
    np.testing.assert_allclose(
        slope, [2 * x[0] + 3 * x[1], 3 * x[0]], atol=1e-6
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0.1234567, "0.123457"),
        (np.int64(3), "3"),
        (np.array([1.0, 0.25]), "[1, 0.25]"),
        (np.zeros((5, 5)), "an array of shape (5, 5), float64"),
        (np.zeros((13, 1)), "an array of shape (13, 1), float64"),
        (np.zeros((2, 2, 7)), "an array of shape (2, 2, 7), float64"),
        (np.zeros((0, 5)), "an empty array of shape (0, 5)"),
        (np.random.default_rng(0), "a random generator"),
        ("x" * 500, "'" + "x" * 198 + "…"),
    ],
)
def test_values_are_quoted_briefly(value, words):
    assert show(value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "None"),
        ([1], "a list"),
        (1, "an int"),
        (half, "a function"),
        (np.zeros(2), "an array of shape (2,)"),
    ],
)
def test_types_are_named(value, words):
    assert kind(value) == words


def test_quotations_are_aligned_behind_their_name():
    assert indent("[[1],\n [2]]", "x = ") == ("    x = [[1],\n         [2]]")
    assert with_article("IndexError") == "an IndexError"


def test_a_counterexample_can_be_copied():
    x = np.arange(18.0).reshape(6, 3) / 3

    def halved(x):
        return x / 2

    with pytest.raises(AnswerError) as caught:
        expect(halved, x).returns(x)
    given = str(caught.value).partition("x = ")[2].partition("For ")
    np.testing.assert_allclose(ast.literal_eval(given[0]), x, rtol=1e-4)


def test_a_tall_result_is_quoted():
    told = compare(np.zeros((9, 1)), np.ones((9, 1)), (), 1e-6, 1e-8)
    assert "[0]" in told
    assert "[1]" in told
    assert "array of shape" not in told


def test_a_mistake_explains_a_board_or_does_not():
    board = (np.array([1.0, 2.0, 4.0]),)
    known = {"mean": 7 / 3, "largest": 4.0, "shape": np.array([4.0])}
    assert explaining(np.max, board, known) == {"largest"}
    assert explaining(np.min, board, known) == set()


def test_what_fails_on_a_board_explains_nothing():
    assert explaining(lambda x: x[9], (np.ones(2),), {"one": 1.0}) == set()


def test_a_board_stays_as_it_is():
    board = (np.ones(2),)
    explaining(lambda x: x.fill(0), board, {})
    assert board[0].tolist() == [1.0, 1.0]


def test_five_digits_are_enough_where_a_task_says_so():
    for value in (1.2346, 1.2345, np.float32(1.2346)):
        expect(lambda v=value: v).returns(1.23456, **digits(5))
    for value in (1.235, 1.2344, 0.0):
        with pytest.raises(AnswerError):
            expect(lambda v=value: v).returns(1.23456, **digits(5))


def test_digits_after_the_point_may_be_enough():
    assert close(0.00012, 0.000123456, **digits(5, decimals=True))
    assert not close(0.00012, 0.000123456, **digits(5))
    assert not close(0.0001, 0.000123456, **digits(5, decimals=True))


@pytest.mark.parametrize("n", [0, -1, 2.5, True, "5"])
def test_digits_are_a_positive_integer(n):
    with pytest.raises(ValueError, match="expected a positive integer"):
        digits(n)


@pytest.mark.parametrize("shape", [(4,), (4, 1)])
def test_a_column_that_met_a_row_is_named(shape):
    column, row = np.ones((4, 1)), np.ones(4)
    with pytest.raises(AnswerError, match=r"\(4, 1\) that meets .*\(4,\)"):
        expect(lambda: column - row).returns(np.zeros(shape))


@pytest.mark.parametrize(
    ("value", "truth"),
    [((4, 4), (4, 2)), ((4, 3), (4,)), ((1, 1), (1,)), ((4, 4, 1), (4,))],
)
def test_other_shapes_are_not_blamed_on_broadcasting(value, truth):
    said = compare(np.zeros(value), np.zeros(truth))
    assert "expected shape" in said
    assert "broadcasting" not in said
