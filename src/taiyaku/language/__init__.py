"""Level 0: pure functions on text; what an English or a Japanese sentence holds."""
