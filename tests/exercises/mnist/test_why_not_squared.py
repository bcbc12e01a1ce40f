from d2lcode.grading import chosen, points

TRAINS = "classification losses against squared error"
HINTS = [
    "For the first two questions, put numbers in: square the differences and "
    "add them up.",
    "For the third and fourth, write down the derivative: what the "
    "loss contributes, times softmax's own, which is flat at both ends.",
    "For the last, ask of each: is something half-way between two labels "
    "also half-way in the world?",
]


@points(1)
def test_two_wrong_digits(answer):
    chosen(
        answer.ANSWERS,
        "1",
        "b",
        {
            "a": "Equally wrong is what they should be, and not what this "
            "loss says: square 4 − 3 and 8 − 3.",
            "c": "The error is squared, and a 4 is no nearer to a 3 than an "
            "8 is: the labels are names.",
        },
    )


@points(1)
def test_a_smudged_one_or_seven(answer):
    chosen(
        answer.ANSWERS,
        "2",
        "c",
        {
            "a": "Output 1 costs nothing half the time and 36 the other "
            "half, 18 on average. Something in between costs half of that.",
            "b": "Output 8 costs 49 or 1, 25 on average. Try a number "
            "between the two.",
        },
    )


@points(1)
def test_squared_error_after_softmax(answer):
    chosen(
        answer.ANSWERS,
        "3",
        "a",
        {
            "b": "The error is largest there, but what moves a logit is the "
            "gradient, and that has softmax's own derivative as a factor.",
            "c": "It is a parabola in the probability. Between logit and "
            "probability stands softmax, which is flat at both ends.",
        },
    )


@points(1)
def test_cross_entropy_after_softmax(answer):
    chosen(
        answer.ANSWERS,
        "4",
        "b",
        {
            "a": "Softmax is as flat as before, but the logarithm is as "
            "steep as softmax is flat. Multiply their derivatives.",
            "c": "The loss has no bound, its gradient has: it is p minus the "
            "one-hot label, and both lie between 0 and 1.",
        },
    )


@points(1)
def test_where_squared_error_is_right(answer):
    chosen(
        answer.ANSWERS,
        "5",
        "b",
        {
            "a": "With cats 0, dogs 1 and birds 2, a dog would be the mean "
            "of a cat and a bird.",
            "c": "A postcode is a name written in digits: the mean of two "
            "postcodes is not a place half-way.",
        },
    )
