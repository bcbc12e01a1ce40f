"""The batch itself is cut off from its generator.

caught by: test_nothing_reaches_the_generator
says: Cut off a new tensor
"""

import torch


def critic_step(critic, optimizer, real, fake, limit=0.01):

    loss = critic(fake.detach_()).mean() - critic(real).mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-limit, limit)
    return -loss.item()
