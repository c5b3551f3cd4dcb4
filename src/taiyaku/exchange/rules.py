"""What the rules for reading demand, in a sentence each."""

from collections.abc import Mapping

READING: Mapping[str, str] = {
    "duplicate-key": "A field or a column is given once.",
    "entries-fuzzy": "An entry of a catalog is checked once its translation is no longer fuzzy.",
    "entries-untranslated": "An entry is checked once it has a text in both languages.",
    "field-missing": "Each entry has a text in both languages.",
    "id-twice": "No two entries have the same id.",
    "json-array": "JSON Lines has one object on each line, not one array around all.",
    "json-syntax": "Each line is JSON.",
    "lone-surrogate": "A text holds whole characters only.",
    "no-pairs": "A file holds at least one pair.",
    "not-decodable": "Every byte of a file belongs to a character in its encoding.",
    "po-charset": "A catalog names a charset that is known.",
    "po-syntax": "An entry of a catalog is a msgid with its msgstr.",
    "table-columns": "Each line of a table has as many values as the header has names.",
    "table-header": "The first line of a table names the columns of both languages.",
    "table-syntax": "Each double quote that is opened in a table is closed.",
    "text-empty": "No text of a pair is empty.",
    "tmx-entities": "A translation memory declares no entities and uses none that it does not know.",
    "tmx-syntax": "A translation memory is XML with the root <tmx>.",
    "wrong-type": "Each entry is an object, its texts are texts, and its id is a text or an integer.",
}


def rule_text(rule: str) -> str:
    """What a rule demands; the rule's own name in words where no text is known for it."""
    return READING.get(rule, rule.replace("-", " ").capitalize())
