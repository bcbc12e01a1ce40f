r"""Is it supervised learning: the answer.

**1: b.** Minutes are an amount, so this is regression. By loss *a*, a ride
predicted as 24 minutes that takes 25 is as bad as one predicted as an hour,
and hardly any ride is met exactly. In *c* late and early cancel: a model
that is half an hour too low on Mondays and half an hour too high on Fridays
is perfect, and one that always says “minus an hour” is better still.

**2: a.** The hour and the rain are inputs: they differ from ride to ride and
are given. $\hat t$ is the prediction. The two weights and the constant are
the same for all rides, and the optimisation chooses them.

**3: c.** The hypothesis could be any network that reads pictures, and it can
be optimised. But evaluation compares a prediction with an answer, and there
is none. You can still *group* the leaves that look alike, which is called
unsupervised learning (无监督学习), and have somebody name each group.

**4: c.** Learning is for rules that nobody can write down. It would reach
the printed table at best, and miss it near its steps, where few letters
were weighed. A short program is shorter, exact, and can be read.

**5: a.** Multiplying all prices by eight moves no candidate past another.
In the same way the factor $2/n$ drops out of the mass in the next exercise.
The factor matters only when you walk downhill, because it makes the steps
longer.

**6: b.** On the readings that were fitted, degree 12 never loses, since it
contains the others. The test set would be honest once. But if you
choose by it, you have learnt from it, and nothing is left that can say how
good the choice is.

**7: b.** A game has a hypothesis (position to move) with as many parameters
as you like, and an objective (win). What it lacks is an answer for each
example: in a lost game, which of the forty moves was the bad one? Sharing
out the blame is the subject of reinforcement learning (强化学习).
"""

ANSWERS = {
    "1": "b",
    "2": "a",
    "3": "c",
    "4": "c",
    "5": "a",
    "6": "b",
    "7": "b",
}
