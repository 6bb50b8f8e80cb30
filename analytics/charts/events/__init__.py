"""What events bring about, and what meeting has to do with cooperating."""
