r"""How wide is wide enough?: the answer.

**1.** 4.65 tokens. **2.** 1.5 tokens, with a width of 200, or of 6 already.

**3.** In 6 of the twenty. Greedy search ends where the best word of the moment
leads, and that is mostly another sentence.

**4.** 6. With 5 it is 19 of the twenty.

**5.** 5.7 tokens: dividing by the length turns the preference round, and here
a little too far.

**6.** b. Twelve of the twenty most probable sentences consist of the end
token alone. Real translators do the same: Stahlberg and Byrne (2019) found
that for more than half of their test sentences, the most probable
translation of all was the empty one. Each single sentence that says something
is less probable than that. It is the model that is wrong there, and a narrow
beam that hides it.
"""

ANSWERS = {
    "1": 4.65,
    "2": 1.5,
    "3": 6,
    "4": 6,
    "5": 5.7,
    "6": "b",
}
