"""Nuclides: `177Lu` is set as a superscript for the eye and stays `177Lu` for copying and search."""

import re

ELEMENTS = "Ac|At|Bi|Co|Cr|Cu|Er|Fe|Ga|Gd|Ho|In|Lu|Pb|Ra|Rb|Re|Sm|Sr|Tb|Tc|Th|Tl|Xe|Zr|F|I|Y"
"""Symbols of the elements that nuclear medicine uses, as alternatives of a pattern."""

NUCLIDE = re.compile(rf"(?<![A-Za-z0-9.,-])(\d{{2,3}}m?)({ELEMENTS})(?![a-z])")
"""A mass number and an element's symbol: 177Lu, 99mTc."""
