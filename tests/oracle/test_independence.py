"""The oracle computes by itself: of the project's code it knows nothing but the generator of regions."""

import ast
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
ASKS_THE_PRODUCT = {"product.py"}
ALLOWED = {"analytics.demo"}


@pytest.mark.parametrize("path", sorted(set(FOLDER.glob("*.py"))), ids=lambda path: path.name)
def test_only_one_file_imports_the_product(path):
    tree = ast.parse(path.read_text("utf-8"))
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    imported |= {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    of_product = {name for name in imported if name.split(".")[0] in ("analytics", "pages")}
    assert path.name in ASKS_THE_PRODUCT or of_product <= ALLOWED
