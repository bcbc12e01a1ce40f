"""The architectures after LeNet, in PaddlePaddle."""
