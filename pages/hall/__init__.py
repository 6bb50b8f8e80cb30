"""What a hall sees and touches: pages of their own beside Streamlit's, served by the application's routes.

They run for hours on a screen, or on phones in a crowd, and so are documents with scripts that ask little of the
server. The addresses of each begin with its name: ``/reception`` the show, ``/door``, ``/feedback``, ``/find``.
"""
