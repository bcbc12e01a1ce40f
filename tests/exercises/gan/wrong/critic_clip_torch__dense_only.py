"""Only dense layers are clipped.

caught by: test_every_parameter_and_nothing_else
says: of any layer
"""

import torch


def critic_step(critic, optimizer, real, fake, limit=0.01):

    loss = critic(fake.detach()).mean() - critic(real).mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    with torch.no_grad():
        for m in critic.modules():
            if isinstance(m, torch.nn.Linear):
                m.weight.clamp_(-limit, limit)
                m.bias.clamp_(-limit, limit)
    return -loss.item()
