"""What a marked term says: shown, headword, Chinese, other names."""

import pytest

from d2lcode import terms


def test_the_plain_case():
    term = terms.parse("overfitting <过拟合>")
    assert term == terms.Term("overfitting", "overfitting", ("过拟合",), ())


def test_a_term_may_have_no_chinese_name():
    assert terms.parse("local slope").names == ("local slope",)


def test_a_sentence_begins_with_a_capital_and_the_glossary_does_not():
    assert terms.parse("Pooling <汇聚>").name == "pooling"
    assert terms.parse("Mini-batch").name == "mini-batch"


@pytest.mark.parametrize("shown", ["ReLU", "KL divergence", "L2 penalty"])
def test_capitals_that_belong_to_the_word_stay(shown):
    assert terms.parse(shown).name == shown


def test_the_headword_may_be_given():
    term = terms.parse("Hessian <海森矩阵; = Hessian; Hessian matrix>")
    assert term.name == "Hessian"
    assert term.others == ("Hessian matrix",)
    assert term.slug == "term-hessian"


def test_what_stands_over_two_lines_is_one_term():
    assert terms.parse("gradient\ndescent  <梯度下降>").shown == (
        "gradient descent"
    )


@pytest.mark.parametrize("text", ["", " <过拟合>", "a <b;>", "a <>", "a < b"])
def test_what_cannot_be_read_is_refused(text):
    with pytest.raises(ValueError, match="expected"):
        terms.parse(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("regularisation", "regularization"),
        ("normalised", "Normalized"),
        ("mini-batch", "minibatch"),
        ("colour", "color"),
        ("neighbours", "neighbors"),
        ("labelled", "labeled"),
        ("optimiser", "optimizer"),
        ("grey level", "gray level"),
        ("hyper-parameter", "hyperparameter"),
    ],
)
def test_spellings_of_one_word_have_one_key(one, other):
    assert terms.key(one) == terms.key(other)


@pytest.mark.parametrize(
    "word", ["noise", "precise", "supervised", "exercise", "four", "raise"]
)
def test_words_that_only_look_british_stay(word):
    assert terms.american(word) == word


def test_different_words_have_different_keys():
    assert terms.key("normalisation") != terms.key("normal")


def test_the_notebook_says_it_in_markdown():
    assert terms.markdown("Pooling <汇聚; 池化; subsampling>") == (
        "*Pooling* (汇聚、池化)"
    )
    assert terms.markdown("slope") == "*slope*"
