r"""One step of a Wasserstein critic: the answer.

The order is everything. The clip comes last, so that the critic that the
generator meets next has its weights in the range; clipped before the step,
they lie outside again. It happens under `no_grad`, in place, because it is not
part of what is learnt: it moves the numbers and leaves the parameters.

`fake.detach()` ends the graph at the generated examples. Without it the same
`backward` would go on into the generator and leave gradients there, which the
generator's next step would use, in the wrong direction.
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
    loss = critic(fake.detach()).mean() - critic(real).mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-limit, limit)
    return -loss.item()
