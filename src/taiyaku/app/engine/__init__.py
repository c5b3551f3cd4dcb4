"""Level 4: what was made from what, remembered between builds; only what changed is made again."""
