"""What data there is and how complete it is."""
