"""The audit: what the pages must reach, measured in a real browser over all pages of a built site."""
