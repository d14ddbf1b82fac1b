"""
What stands around the script and leans on Streamlit's insides: all of it, and only here.

It is written against one version (`hooks.STREAMLIT`); `tests/unit/test_server.py` says what no longer holds of another.
"""
