"""Works for the tests of the bibliography: an article with some fields changed."""

from typing import Any

from taiyaku.model.reference import Reference

ARTICLE = {
    "type": "article-journal",
    "title": "Iron and anaemia in adults: a cohort study",
    "author": [{"family": "Doe", "given": "J. A."}],
    "container-title": "J Test",
    "volume": "1",
    "page": "10–12",
    "issued": "2020",
}

OURS = {"et_al", "as_printed", "not_printed", "set_aside"}
"""Fields that are not CSL's: they have an underscore."""


def work(**changes: Any) -> Reference:
    """The article with fields changed (`_` stands for `-`); None takes a field out."""
    fields = ARTICLE | {name if name in OURS else name.replace("_", "-"): value for name, value in changes.items()}
    return Reference.model_validate({name: value for name, value in fields.items() if value is not None})
