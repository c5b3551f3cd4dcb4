"""Makes `tests/data/schema-org.tsv`: the types and properties of schema.org, for checking what the pages say in its words.

First unpack schema.org's vocabulary as TypeScript, then read it:

    npm pack schema-dts@2.1.0; tar xzf schema-dts-2.1.0.tgz
    python tools/schema_org.py package/dist/schema.d.ts
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

TARGET = Path(__file__).parents[1] / "tests/data/schema-org.tsv"
HEAD = """\
# The types of schema.org with their parents, and its properties with the types that have them and the types of their values.
# Made by tools/schema_org.py from the package schema-dts 2.1.0, which is made from the vocabulary of schema.org, the work of
# its community under CC BY-SA 3.0 (https://schema.org/docs/terms.html). This file is under that licence too.
# `-` before a property: its use is no longer advised.
"""
TYPE = re.compile(r"(?:export )?interface (\w+?)(?:Base|Leaf) extends (.+) \{")
PROPERTY = re.compile(r'    "(\w+)"\?: SchemaValue<(.+), "\w+">;')
TOP = "Thing"


def parents(extended: str) -> list[str]:
    """The types that an interface extends, but for what TypeScript alone needs."""
    names = (name.strip() for name in extended.split(","))
    return [name.removesuffix("Base") for name in names if re.fullmatch(r"\w+Base", name)]


def values(union: str) -> list[str]:
    """The types of a property's values."""
    found = (re.sub(r"<.*", "", each).strip() for each in union.split("|"))
    return sorted({each for each in found if re.fullmatch(r"[A-Z]\w*", each) and each != "IdReference"})


def read(text: str) -> tuple[dict[str, set[str]], dict[str, list[tuple[str, list[str], bool]]]]:
    """The parents of each type, and for each property who has it, its values and whether it is still advised."""
    types: dict[str, set[str]] = defaultdict(set)
    properties: dict[str, list[tuple[str, list[str], bool]]] = defaultdict(list)
    owner, deprecated = "", False
    for line in text.splitlines():
        if match := TYPE.match(line):
            owner = match[1]
            types[owner].update(set(parents(match[2])) - {owner})
        elif line.startswith(f"interface {TOP}Base "):
            owner = TOP
        elif "@deprecated" in line:
            deprecated = True
        elif match := PROPERTY.match(line):
            properties[match[1]].append((owner, values(match[2]), not deprecated))
            deprecated = False
        elif line.startswith(("export type", "}")):
            deprecated = False
    return types, properties


def main() -> None:
    """Writes the table anew."""
    types, properties = read(Path(sys.argv[1]).read_text("utf-8"))
    rows = [f"type\t{name}\t{' '.join(sorted(types[name]))}" for name in sorted(types)]
    for name in sorted(properties):
        owners = " ".join(sorted({owner for owner, _, _ in properties[name]}))
        ranges = " ".join(sorted({each for _, found, _ in properties[name] for each in found}))
        mark = "" if all(advised for _, _, advised in properties[name]) else "-"
        rows.append(f"property\t{mark}{name}\t{owners}\t{ranges}")
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(HEAD + "\n".join(row.rstrip() for row in rows) + "\n", "utf-8")


if __name__ == "__main__":
    main()
