"""Level 1: whether the two sides of a pair say the same. Pure functions on two texts; one subject a module."""
