"""What can hardly be right in a record: damaged DOIs, names in the wrong order, fields that are wanted."""
