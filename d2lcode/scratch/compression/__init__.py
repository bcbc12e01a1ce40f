"""A smaller network by hand: quantising and pruning."""
