from d2lcode.grading import chosen, points

TRAINS = "bits, scales and outliers, read off a run"
HINTS = [
    "`for bits in range(8, 1, -1)` prints the whole table for question 1.",
    "For question 2, make V beside W and call accuracy(rounded(V, 4), …). "
    "What does `scale` become, and how large are the other weights?",
    "For questions 4 and 5, rounded(V, 4, for_each_digit=True); count the "
    "zeros in each column.",
]

WHOLE = "The question asks for whole percent: round it."


@points(1)
def test_the_fewest_bits(answer):
    chosen(
        answer.ANSWERS,
        "1",
        4,
        {
            5: "It does with 5. Try one bit less.",
            3: "With 3 bits the run gives a little over 80 %, less than 85 %.",
            2: "With 2 bits only a third is read right.",
            8: "It does with 8. How far can you go down?",
        },
    )


@points(1)
def test_one_weight_spoils_the_rest(answer):
    chosen(
        answer.ANSWERS,
        "2",
        10,
        {
            88: "That is without rounding, or without the outlier. Round V "
            "to 4 bits.",
            80: "That is with a scale for each digit.",
            85: "That is with 8 bits. The question asks for 4.",
            0.1: "The question asks for percent: 0.1 is 10.",
            9.9: WHOLE,
            9.88: WHOLE,
        },
    )


@points(1)
def test_why_it_does(answer):
    chosen(
        answer.ANSWERS,
        "3",
        "b",
        {
            "a": "Pixel 0 is 0 in every picture, and 0 times any weight is "
            "0. Without rounding nothing changed.",
            "c": "Without rounding the changed matrix reads as well as "
            "before. What does `rounded` do to the other weights?",
        },
    )


@points(1)
def test_a_scale_for_each_digit(answer):
    chosen(
        answer.ANSWERS,
        "4",
        80,
        {
            10: "That is still one scale for all: for_each_digit=True.",
            88: "That is W, without the large weight. Use V.",
            79: "Rounded to whole percent it is one more.",
            79.9: WHOLE,
            0.8: "The question asks for percent: 0.8 is 80.",
        },
    )


@points(1)
def test_what_was_spoilt(answer):
    chosen(
        answer.ANSWERS,
        "5",
        "a",
        {
            "b": "Pixel 0 is the one weight that kept its value. Look at the "
            "others in its column.",
            "c": "The accuracy fell by almost ten points, as if one digit in "
            "ten could not be read any more.",
        },
    )
