"""Level 2: what must hold between records. One subject a module; `every` has them all."""
