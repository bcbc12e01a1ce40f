from d2lcode.grading import chosen, points

TRAINS = "hypothesis, parameters and objective of a problem"
HINTS = [
    "Ask of each: what goes in, what should come out, what does a mistake "
    "cost, and where would the right answers come from?",
    "What differs from example to example and is given is an input. What is "
    "the same for all examples and is searched for is a parameter.",
    "For the fifth, write down three candidates with their prices, and "
    "multiply all three by eight. For the sixth, look at degree 9 on the "
    "page.",
]


@points(1)
def test_the_loss_of_a_bus_ride(answer):
    chosen(
        answer.ANSWERS,
        "1",
        "b",
        {
            "a": "By this loss one minute off is as bad as an hour off. "
            "Minutes are an amount: near is better than far.",
            "c": "Too early and too late cancel, and a prediction of minus "
            "an hour would cost less than the right one.",
        },
    )


@points(1)
def test_what_the_parameters_are(answer):
    chosen(
        answer.ANSWERS,
        "2",
        "a",
        {
            "b": "Hour and rain are inputs: they differ from ride to ride, "
            "and are given. What is searched for?",
            "c": "That is the prediction. It follows once the parameters "
            "have been chosen.",
        },
    )


@points(1)
def test_leaves_without_names(answer):
    chosen(
        answer.ANSWERS,
        "3",
        "c",
        {
            "a": "A hypothesis need not be a formula that somebody knows; "
            "any program with parameters will do.",
            "b": "A thousand is few. What would a prediction be compared "
            "with?",
        },
    )


@points(1)
def test_postage(answer):
    chosen(
        answer.ANSWERS,
        "4",
        "c",
        {
            "a": "It could be done, and would at best come near a table that "
            "you can have exactly.",
            "b": "A better loss still learns, roughly, what is printed, "
            "exactly, on the counter.",
        },
    )


@points(1)
def test_a_loss_times_eight(answer):
    chosen(
        answer.ANSWERS,
        "5",
        "a",
        {
            "b": "Every candidate's price is eight times as high, the "
            "winner's too. Does their order change?",
            "c": "Squares are one choice for amounts. A loss only has to "
            "price candidates.",
        },
    )


@points(1)
def test_choosing_a_degree(answer):
    chosen(
        answer.ANSWERS,
        "6",
        "b",
        {
            "a": "On the readings that were fitted, the highest degree never "
            "loses, because it contains the others.",
            "c": "It is honest as long as nothing is chosen by it. After "
            "that, how would you tell how good the choice is?",
        },
    )


@points(1)
def test_a_game_of_chess(answer):
    chosen(
        answer.ANSWERS,
        "7",
        "b",
        {
            "a": "Two answers are no difficulty: unwanted mail has two as "
            "well.",
            "c": "There are far more pictures than positions, and networks "
            "with parameters read pictures.",
        },
    )
