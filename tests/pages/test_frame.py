"""The file that Streamlit runs: it would print every text that stands in it by itself."""

import ast
from pathlib import Path

FRAME = Path(__file__).parents[2] / "pages" / "frame.py"


def test_no_text_stands_by_itself_in_the_file_that_streamlit_runs():
    _, *statements = ast.parse(FRAME.read_text("utf-8")).body
    alone = [node.lineno for node in statements if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)]
    assert alone == []
