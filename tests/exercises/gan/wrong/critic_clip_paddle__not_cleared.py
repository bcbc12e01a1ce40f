"""Old gradients are never cleared.

caught by: test_gradients_of_before_are_forgotten
says: gradients of before were added
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
    loss = critic(fake.detach()).mean() - critic(real).mean()
    loss.backward()
    optimizer.step()
    with paddle.no_grad():
        for p in critic.parameters():
            p.clip_(-limit, limit)
    return -loss.item()
