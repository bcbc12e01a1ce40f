"""A tensor, with its whole graph.

caught by: test_one_step_and_the_clip
says: expected was the estimate as a number
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
    return -loss
