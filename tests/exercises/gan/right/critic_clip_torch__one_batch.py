"""Both kinds in one batch, the generated ones made outside the graph."""

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
    with torch.no_grad():
        both = torch.cat([real, fake])
    scores = critic(both)
    loss = scores[len(real) :].mean() - scores[: len(real)].mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    for p in critic.parameters():
        p.data = p.data.clamp(-limit, limit)
    return -float(loss)
