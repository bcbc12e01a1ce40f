from d2lcode.grading import chosen, points

TRAINS = "underfitting and overfitting from two numbers"
HINTS = [
    "Compare the training error with 0.09 first, and only then with the "
    "error on new points.",
    "Count for the third question: a polynomial of degree p has p + 1 "
    "weights, and each point is one condition.",
    "For the last two, ask which of the two shortcomings more data can cure.",
]


@points(1)
def test_a_large_error_on_the_training_points(answer):
    chosen(
        answer.ANSWERS,
        "1",
        "a",
        {
            "b": "The error on new points is nearly always the larger one. "
            "Look at the other: 0.43 on points that the model was free to "
            "fit, where the noise accounts for 0.09.",
            "c": "Close to each other, and both far from 0.09: much that "
            "could be predicted is not.",
        },
    )


@points(1)
def test_an_error_far_below_the_noise(answer):
    chosen(
        answer.ANSWERS,
        "2",
        "b",
        {
            "a": "Which error would the truth itself have on the training "
            "points? The model has a sixth of that.",
            "c": "They need not. A model that follows the noise of 20 points "
            "misses new points from the very same source.",
        },
    )


@points(1)
def test_how_many_weights_eight_points_need(answer):
    chosen(
        answer.ANSWERS,
        "3",
        7,
        {
            8: "That is the number of weights. A polynomial of degree p has "
            "one weight more than its degree, the constant.",
            6: "Degree 6 has seven weights: too few for eight conditions, "
            "unless the points happen to be kind.",
            9: "It would, with weights to spare. The question asks for the "
            "lowest degree.",
        },
    )


@points(1)
def test_what_helps_against_too_much_freedom(answer):
    chosen(
        answer.ANSWERS,
        "4",
        "c",
        {
            "a": "The fit is too good already, on the points it was shown.",
            "b": "That would tell you more exactly how bad it is, and leave "
            "it as it is.",
        },
    )


@points(1)
def test_what_more_data_do_for_a_line(answer):
    chosen(
        answer.ANSWERS,
        "5",
        "b",
        {
            "a": "No line is a cubic, however many points it is fitted to. "
            "What does the best of all lines miss?",
            "c": "A line has two weights. It cannot follow 20,000 points, so "
            "its training error cannot vanish.",
        },
    )
