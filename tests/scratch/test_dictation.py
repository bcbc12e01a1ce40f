import pytest

from d2lcode.scratch.seq2seq.dictation import dictation, read_out


@pytest.mark.parametrize(
    ("twos", "said"),
    [
        ([6, 97], "zéro six , quatre vingt dix sept"),
        ([0, 71, 80], "zéro zéro , soixante et onze , quatre vingts"),
        ([60, 10, 21], "soixante , dix , vingt et un"),
    ],
)
def test_numbers_are_read_out_in_pairs_of_digits(twos, said):
    assert read_out(twos) == said


def test_what_is_said_has_one_meaning():
    assert len({read_out([k]) for k in range(100)}) == 100


def test_the_digits_are_those_of_the_numbers():
    made = dictation(200, [3], seed=1)
    for said, digits in zip(made.x, made.y, strict=True):
        joined = digits.replace(" ", "")
        twos = [int(joined[i : i + 2]) for i in (0, 2, 4)]
        assert said == read_out(twos)
        assert digits.count(" ") == 5


def test_the_seed_and_the_length_choose_the_numbers():
    assert dictation(5, [2], seed=3).x == dictation(5, [2], seed=3).x
    assert dictation(5, [2], seed=3).x != dictation(5, [2], seed=4).x


def test_several_lengths_one_after_the_other():
    made = dictation(4, [1, 3], seed=5)
    assert [y.count(" ") + 1 for y in made.y] == [2] * 4 + [6] * 4
    assert made.x[:4] == dictation(4, [1], seed=5).x


@pytest.mark.parametrize("name", ["n", "lengths"])
def test_arguments_out_of_range(name):
    n, lengths = (0, [1]) if name == "n" else (1, [0])
    with pytest.raises(ValueError, match=f"{name} is 0"):
        dictation(n, lengths, seed=0)
