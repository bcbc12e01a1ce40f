"""The architectures after LeNet, in PyTorch."""
