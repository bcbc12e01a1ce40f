"""Language in PyTorch."""
