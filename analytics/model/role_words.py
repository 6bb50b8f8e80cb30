"""The words for what people do in an organisation: a role group is made of them, so that no name can stand in it.

Each is a stem in small letters. A word counts that has it anywhere (Projektleitung, Leiterin, Verbandsarbeit), so none
may be part of a common surname.
"""

from importlib.resources import files

ROLE_WORDS = tuple(files("analytics.model").joinpath("role_words.txt").read_text("utf-8").split())
