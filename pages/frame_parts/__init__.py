"""What the frame around every page is made of."""
