import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.scratch.nlp.vocabulary import UNKNOWN, Vocabulary


@given(st.text(max_size=40))
def test_what_it_was_made_of_comes_back(text):
    vocabulary = Vocabulary(text)
    numbers = vocabulary.encode(text)
    assert numbers.shape == (len(text),)
    assert numbers.dtype == np.int64
    assert vocabulary.decode(numbers) == text
    assert len(vocabulary) == 1 + len(set(text) - {UNKNOWN})


def test_numbers_are_in_unicode_order_and_0_is_unknown():
    vocabulary = Vocabulary("cabbage")
    assert vocabulary.characters == [UNKNOWN, *"abceg"]
    assert vocabulary.encode("bagel").tolist() == [2, 1, 5, 4, 0]
    assert vocabulary.decode([2, 1, 5, 4, 0]) == "bage" + UNKNOWN


def test_rare_characters_are_left_out():
    vocabulary = Vocabulary("aabbbc", min_count=2)
    assert vocabulary.characters == [UNKNOWN, "a", "b"]
    assert vocabulary.encode("c红").tolist() == [0, 0]


def test_the_unknown_character_in_a_text_is_unknown():
    assert Vocabulary(f"a{UNKNOWN}").characters == [UNKNOWN, "a"]


@pytest.mark.parametrize("number", [-1, 3])
def test_a_number_that_stands_for_nothing_is_refused(number):
    with pytest.raises(ValueError, match=f"numbers has {number}; expected 0"):
        Vocabulary("ab").decode([0, number])


def test_min_count_is_a_count():
    with pytest.raises(ValueError, match="min_count is 0; expected a whole"):
        Vocabulary("ab", min_count=0)
