"""Programs for whoever works on the project; the generator needs none of them."""
