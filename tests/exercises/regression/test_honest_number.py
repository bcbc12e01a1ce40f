from d2lcode.grading import chosen, points

TRAINS = "training, validation and test sets"
HINTS = [
    "Ask of each: could anything that was learnt or chosen have come out "
    "differently, had the test rows been different?",
    "For the third and fifth, ask what will stand between training and use: "
    "another person, a later day. Does the split put that between the parts?",
    "For the fourth, remember the thousand coins: what is the best of many "
    "results made of?",
]


@points(1)
def test_choosing_on_the_test_set(answer):
    chosen(
        answer.ANSWERS,
        "1",
        "b",
        {
            "a": "Not trained on them, but chosen by them: with other test "
            "rows another learning rate might have won.",
            "c": "That would make the error a little larger. Something else "
            "makes it smaller: what were the 200 rows used for?",
        },
    )


@points(1)
def test_normalising_before_the_split(answer):
    chosen(
        answer.ANSWERS,
        "2",
        "a",
        {
            "b": "It takes no targets to leak: with other test rows, the "
            "training data would have been other numbers.",
            "c": "Then the same row would be treated differently in "
            "different company. All rows get the training statistics.",
        },
    )


@points(1)
def test_the_same_people_on_both_sides(answer):
    chosen(
        answer.ANSWERS,
        "3",
        "b",
        {
            "a": "No photograph, but every person. The question was about "
            "strangers.",
            "c": "The order of recording may keep some people together, by "
            "chance. Which boundary does the question ask for?",
        },
    )


@points(1)
def test_the_winner_of_a_cross_validation(answer):
    chosen(
        answer.ANSWERS,
        "4",
        "b",
        {
            "a": "True of each single model. The winner is the least of "
            "forty, and was picked for being so.",
            "c": "That effect exists, and is usually the smaller. Nothing "
            "makes it cancel the luck of the winner.",
        },
    )


@points(1)
def test_days_out_of_order(answer):
    chosen(
        answer.ANSWERS,
        "5",
        "c",
        {
            "a": "It is right where rows know nothing of each other. A day "
            "knows a good deal about the next.",
            "b": "Each fold would have the same fault: test days between "
            "training days.",
        },
    )
