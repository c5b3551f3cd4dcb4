"""Level 2: anybody's pairs, from the formats that translators exchange, and reports on them."""
