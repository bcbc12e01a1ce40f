"""Right: typed in all sorts of ways."""

ANSWERS = {"1": "（b）", "2": "Ｃ。", "3": " A) ", "4": "b.", "5": "(B)"}
