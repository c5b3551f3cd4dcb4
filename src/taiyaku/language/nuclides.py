"""Nuclides: `177Lu` is set as a superscript for the eye and stays `177Lu` for copying and search."""

import re

_ELEMENTS = "Ac|At|Bi|Cu|Ga|In|Lu|Pb|Ra|Re|Sm|Sr|Tb|Tc|Th|Zr|F|I|Y"
NUCLIDE = re.compile(rf"(?<![\w.,-])(\d{{2,3}}m?)({_ELEMENTS})(?![a-z])")
"""Mass number and element symbol, for the elements that nuclear medicine uses."""
