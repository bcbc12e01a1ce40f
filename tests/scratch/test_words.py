import pytest

from d2lcode.scratch.seq2seq.words import END, SPECIAL, START, UNKNOWN, Words

SENTENCES = ["le chat voit le chien .", "la chat dort ."]


def test_the_commonest_words_come_first_and_equals_by_their_letters():
    words = Words(SENTENCES)
    assert words.words[:4] == list(SPECIAL)
    assert words.words[4:7] == [".", "chat", "le"]
    assert words.words[7:] == ["chien", "dort", "la", "voit"]
    assert len(words) == 11


def test_there_and_back():
    words = Words(SENTENCES)
    for text in [*SENTENCES, ""]:
        numbers = words.encode(text)
        assert numbers.dtype == "int64"
        assert words.decode(numbers) == text


def test_rare_and_new_words_are_unknown():
    words = Words(SENTENCES, min_count=2)
    assert words.encode("le chien").tolist() == [6, UNKNOWN]
    assert words.decode(words.encode("le chien")) == "le <unknown>"


def test_a_sentence_goes_from_its_start_to_its_end():
    words = Words(SENTENCES)
    assert words.decode([START, 4, 5, END, 6, END]) == ". chat"


def test_arguments_out_of_range():
    with pytest.raises(ValueError, match="min_count"):
        Words(SENTENCES, min_count=0)
    with pytest.raises(IndexError):
        Words(SENTENCES).decode([99])
