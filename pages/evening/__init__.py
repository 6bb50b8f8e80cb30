"""The evening of a reception: before, while and after it happens."""
