"""One mean over both kinds together.

caught by: test_unlike_numbers_of_real_and_generated
says: are not what one step and the clip
"""

import paddle
from paddle import nn


def critic_step(
    critic: nn.Layer,
    optimizer: paddle.optimizer.Optimizer,
    real: paddle.Tensor,
    fake: paddle.Tensor,
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
    total = critic(fake.detach()).sum() - critic(real).sum()
    estimate = critic(real).mean() - critic(fake).mean()
    loss = 2 * total / (len(real) + len(fake))
    optimizer.clear_grad()
    loss.backward()
    optimizer.step()
    with paddle.no_grad():
        for p in critic.parameters():
            p.clip_(-limit, limit)
    return estimate.item()
