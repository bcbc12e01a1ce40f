r"""How good should the teacher be?

In the page's game, `game.play`, the generator learns from the discriminator
alone. Change how well the discriminator learns, and read what becomes of the
generator. In every run the data stand at 6, there are 100 rounds, and the
generator's rate stays 0.1:

    from d2lcode.scratch.gan import game

    path = game.play(6.0, rounds=100, lr_g=0.1, lr_d=0.1, d_steps=1)
    print(path[-1, 0])  # where the shift ends: 3.51

`SETTINGS` takes two pairs `(lr_d, d_steps)`, with a rate above 0 and at most 1
and 1 to 20 steps. Both are for the non-saturating loss, `play`'s default:

- `"good"`: from round 80 on, `path[80:, 0]`, the shift stays within 0.5 of 6,
  with each of the seeds 0, 1 and 2;
- `"weak"`: the shift ends below 1, with the same three seeds.

Then run both pairs again with `saturating=True` and seed 0, and put into
`ENDS` where the shift ends, to one digit after the point. Last, `ANSWERS`:

1. With the saturating loss, a discriminator that takes more steps makes the
   generator learn (a) faster, (b) more slowly, (c) just as fast.
2. The weak teacher holds its generator back because (a) D is near 0 for
   generated examples, where log(1 - D) is flat; (b) the generator's rate is
   too small; (c) its w is still near 0, so that D has hardly any slope.

Minutes: 15 · Difficulty: 2
"""

SETTINGS = {
    "good": None,
    "weak": None,
}

ENDS = {
    "good, saturating": None,
    "weak, saturating": None,
}

ANSWERS = {
    "1": None,
    "2": None,
}
