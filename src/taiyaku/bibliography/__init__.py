"""A work of the bibliography: its identity, its names, how it is set, and what other programs read and write of it."""
