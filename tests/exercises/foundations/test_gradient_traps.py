from d2lcode.grading import chosen, points

TRAINS = "what accumulates, clears and detaches gradients"
HINTS = [
    "Along a path multiply, over paths add. For 1 and 3, count the paths "
    "from the tensor to the loss.",
    "backward never clears anything, and detach leaves the value while it "
    "cuts the path.",
    "For 6, let every row have the slope g. What is the mean of 20 such "
    "slopes, and of 40?",
]


@points(1)
def test_a_number_used_three_times(answer):
    chosen(
        answer.ANSWERS,
        "1",
        8,
        {
            5: "x · x uses x twice, and both paths bring a slope of 3.",
            6: "That is the slope of x² alone; x · 2 brings its own.",
            15: "That is the value of the loss, not its slope.",
        },
    )


@points(1)
def test_three_sweeps_without_clearing(answer):
    chosen(
        answer.ANSWERS,
        "2",
        18,
        {
            6: "That is one sweep. What has happened to the earlier ones?",
            216: "Slopes of several sweeps are added, not multiplied.",
            27: "backward does not change x; each sweep sees the same x².",
            9: "That is the value of x · x, not its slope.",
        },
    )


@points(1)
def test_a_broadcast_row_and_a_sum(answer):
    chosen(
        answer.ANSWERS,
        "3",
        10,
        {
            1: "That would be right if b were used once. It is added to "
            "every row.",
            4: "Those are the columns; each entry of b stands in one column, "
            "and in every row of it.",
            40: "Those are all entries of the table; each entry of b is in "
            "one column of it.",
        },
    )


@points(1)
def test_a_broadcast_row_and_a_mean(answer):
    chosen(
        answer.ANSWERS,
        "4",
        0.25,
        {
            1: "The mean is over all entries of the table, not over the "
            "rows alone.",
            10: "That is the slope of the sum; the mean divides it.",
            0.1: "You divided by the rows. How many entries has the mean, "
            "and in how many of them is one entry of b?",
            0.025: "That is the share of one entry of the table; each entry "
            "of b is in several.",
        },
    )


@points(1)
def test_a_path_that_was_cut(answer):
    chosen(
        answer.ANSWERS,
        "5",
        3,
        {
            6: "That is with both paths; the one through c has been cut.",
            0: "Only the path through c has been cut. The other factor is "
            "still x.",
            9: "That is the value of the product, not its slope.",
        },
    )


@points(1)
def test_parts_that_were_not_weighted(answer):
    chosen(
        answer.ANSWERS,
        "6",
        2,
        {
            1: "It would be, had each part been weighted by its share of the "
            "rows. The mean of each part has the full slope.",
            0.5: "You have turned it round: what was collected is too large.",
            3: "The parts differ in size, but the mean of each has the same "
            "slope as one row. Add the two.",
            60: "The mean divides by the rows; only the two parts are added.",
        },
    )
