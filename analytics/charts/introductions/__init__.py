"""How good suggestions whom to introduce would have been."""
