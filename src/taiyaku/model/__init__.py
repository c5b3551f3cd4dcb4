"""Level 1: the facts, frozen: sources, references, trials, terms, seeds, and the library that holds them."""
