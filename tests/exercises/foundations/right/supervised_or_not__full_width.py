"""Right: typed with a Chinese keyboard, whose letters are wide."""

ANSWERS = {
    "1": "ｂ",
    "2": "ａ",
    "3": "ｃ",
    "4": "ｃ",
    "5": "ａ",
    "6": "ｂ",
    "7": "ｂ",
}
