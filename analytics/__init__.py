"""The network impact dashboard's calculations: plain Python, free of any user interface."""
