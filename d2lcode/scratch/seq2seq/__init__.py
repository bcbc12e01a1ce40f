"""Translation by hand: a score for it, a search for it, a task to learn."""
