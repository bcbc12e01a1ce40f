"""The batch itself is cut off from its generator.

caught by: test_nothing_reaches_the_generator
says: Cut off a new tensor
"""

import paddle


def critic_step(critic, optimizer, real, fake, limit=0.01):
    fake.stop_gradient = True
    loss = critic(fake).mean() - critic(real).mean()
    optimizer.clear_grad()
    loss.backward()
    optimizer.step()
    with paddle.no_grad():
        for p in critic.parameters():
            p.clip_(-limit, limit)
    return -loss.item()
