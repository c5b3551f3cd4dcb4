"""Level 0: what every floor speaks of: problems, places, locales, names."""
