"""Only dense layers are clipped.

caught by: test_every_parameter_and_nothing_else
says: of any layer
"""

import paddle


def critic_step(critic, optimizer, real, fake, limit=0.01):
    loss = critic(fake.detach()).mean() - critic(real).mean()
    optimizer.clear_grad()
    loss.backward()
    optimizer.step()
    with paddle.no_grad():
        for layer in critic.sublayers():
            if isinstance(layer, paddle.nn.Linear):
                layer.weight.clip_(-limit, limit)
                layer.bias.clip_(-limit, limit)
    return -loss.item()
