r"""One step of a Wasserstein critic.

Write `critic_step(critic, optimizer, real, fake, limit=0.01)`, one step of a
critic on one batch of each kind:

1. The critic descends on the mean of its scores of `fake` less the mean of its
   scores of `real`, by one step of `optimizer`, which holds the critic's
   parameters. Gradients that are left in the critic from before play no part.
2. Then every parameter of the critic, biases too, is brought into the range
   from `-limit` to `limit`, in place: they stay the same parameters, which can
   be trained on.

Return, as a Python number, the critic's estimate of how far apart the two
batches are: the mean score of `real` less that of `fake`, *before* the step.

`critic` is a model of your framework, a `torch.nn.Module` or a
`paddle.nn.Layer`, that maps `(n, ...)` to `(n, 1)`; `optimizer` has `step` and
`zero_grad` in PyTorch, `step` and `clear_grad` in PaddlePaddle. `real` and
`fake` are tensors, not always of equally many examples, and stay as they are:
if `fake` comes fresh from a generator, the generator can still be trained by
it, but no gradient of this step may have reached it.

For example, take a critic that is one linear layer with weight `[[0.2]]` and
bias `[0.1]`, plain gradient descent with `lr=0.5`, `real = [[2.0]]`,
`fake = [[1.0]]` and `limit=0.3`. The estimate is 0.5 - 0.3 = 0.2. The loss has
the derivative 1 - 2 = -1 by the weight and 0 by the bias, so the step brings
the weight to 0.7, and the clip to 0.3; the bias stays 0.1.

Solve it in one of the two frameworks, whichever is yours; the other file may
stay as it is.

Minutes: 15 · Difficulty: 2
"""

import torch
from torch import nn


def critic_step(
    critic: nn.Module,
    optimizer: torch.optim.Optimizer,
    real: torch.Tensor,
    fake: torch.Tensor,
    limit: float = 0.01,
) -> float:
    """Let the critic take one step, and clip its weights.

    Args:
        critic: maps (n, ...) to scores (n, 1); it is changed.
        optimizer: holds the critic's parameters.
        real: real examples, (n, ...).
        fake: generated ones, (m, ...).
        limit: what no weight may exceed in size, above 0.

    Returns:
        The mean score of the real ones less that of the generated, before
        the step.
    """
    raise NotImplementedError
