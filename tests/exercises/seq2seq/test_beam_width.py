import functools

import numpy as np

from d2lcode.grading import chosen, points

TRAINS = "beam width, length and probability"
HINTS = [
    "Below `if __name__`, change `width=1` and `alpha=0.0`, and run the file. "
    "Once is enough for the first question.",
    "For the third and fourth, compare the tokens with those that a width of "
    "200 finds: count the models where both are equal.",
    "For the last, look at what the sentences of a wide beam consist of.",
]
START, END, LONGEST, MODELS = 6, 0, 7, 20

NO_END = "The end token counts as one of the tokens."
WITH_START = "The start token is not one of the sentence's tokens."
TOTAL = "That is the sum over the twenty models; the question is the average."


def logs_of(model):
    """The table of the task, worked out in the task's own way."""
    rng = np.random.default_rng([9, model])
    return np.log(rng.dirichlet(np.full(6, 0.7), size=7))


def searched(model, width, alpha=0.0):
    """A beam search, sentence by sentence."""
    logs, beam = logs_of(model), [(0.0, ())]
    for _ in range(LONGEST):
        fresh = []
        for score, tokens in beam:
            if END in tokens:
                fresh.append((score, tokens))
                continue
            row = logs[tokens[-1] if tokens else START]
            fresh += [(score + row[k], (*tokens, k)) for k in range(6)]
        beam = sorted(fresh, key=lambda c: (-c[0], c[1]))[:width]
    return min(beam, key=lambda c: (-c[0] / len(c[1]) ** alpha, c[1]))[1]


@functools.cache
def most_probable(model):
    """The best of all sentences: the best for each last token, in turn."""
    logs, ended, open_ = logs_of(model), [], {START: (0.0, ())}
    for _ in range(LONGEST):
        longer = {}
        for last, (score, tokens) in open_.items():
            for k in range(6):
                grown = score + logs[last, k], (*tokens, k)
                if k == END:
                    ended.append(grown)
                elif k not in longer or grown > longer[k]:
                    longer[k] = grown
        open_ = longer
    return max([*ended, *open_.values()])[1]


@functools.cache
def tokens_at(width, alpha=0.0):
    """The average number of tokens, to the digits that there are."""
    every = [searched(model, width, alpha) for model in range(MODELS)]
    return round(float(np.mean([len(tokens) for tokens in every])), 2)


@functools.cache
def hits(width):
    """In how many models that width finds the most probable sentence."""
    pairs = (
        (searched(model, width), most_probable(model))
        for model in range(MODELS)
    )
    return sum(a == b for a, b in pairs)


def average(answer, question, right, more):
    others = {
        round(right - 1, 2): NO_END,
        round(right + 1, 2): WITH_START,
        round(right * MODELS, 2): TOTAL,
    }
    told = {**others, **more}
    told.pop(right, None)
    chosen(answer.ANSWERS, question, right, told)


@points(1)
def test_how_long_greedy_sentences_are(answer):
    wide = tokens_at(8)
    average(
        answer,
        "1",
        tokens_at(1),
        {wide: "That is the length with a wide beam. Greedy is width=1."},
    )


@points(1)
def test_how_long_the_most_probable_sentences_are(answer):
    best = [len(most_probable(model)) for model in range(MODELS)]
    average(
        answer,
        "2",
        round(float(np.mean(best)), 2),
        {
            tokens_at(1): "That is greedy search. Make the beam wide.",
            tokens_at(2): "That is a width of 2, which still leaves out much.",
            tokens_at(4): "That is a width of 4, which still leaves some out.",
            tokens_at(8, 1.0): "That is with alpha=1; set it to 0.",
        },
    )


@points(1)
def test_how_often_greedy_search_finds_the_best(answer):
    right = hits(1)
    chosen(
        answer.ANSWERS,
        "3",
        right,
        {
            MODELS - right: "That is how often it misses it.",
            hits(2): "That is with a width of 2.",
            right / MODELS: "The question is a number of models.",
        },
    )


@points(1)
def test_the_least_width_that_misses_none(answer):
    right = next(w for w in range(1, 50) if hits(w) == MODELS)
    chosen(
        answer.ANSWERS,
        "4",
        right,
        {
            right - 1: f"With that width it is {hits(right - 1)} of "
            f"{MODELS}: count them.",
            8: "It is enough, and not the least. Try every width from 1 on.",
            200: "It is enough, and not the least. Try every width from 1 on.",
        },
    )


@points(1)
def test_how_long_sentences_are_with_the_length_divided_out(answer):
    average(
        answer,
        "5",
        tokens_at(8, 1.0),
        {
            tokens_at(8): "That is with alpha=0.",
            tokens_at(1, 1.0): "That is with a width of 1.",
            tokens_at(200, 1.0): "That is a wider beam; the question is 8.",
        },
    )


@points(1)
def test_why_wider_beams_write_less(answer):
    chosen(
        answer.ANSWERS,
        "6",
        "b",
        {
            "a": "There are as many rounds with any width, if a sentence is "
            "still unfinished. Compare the scores of a short and a long one.",
            "c": "The numbers of tokens settle ties only, and here there are "
            "none. What does a further token do to a sentence's score?",
        },
    )
