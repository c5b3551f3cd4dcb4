"""What RIS, BibTeX, Crossref and people call the types of works."""

_CALLED = {
    "article-journal": ("journal-article", "journalarticle", "journal", "jour", "paper"),
    "article": ("preprint", "unpublished"),
    "chapter": ("inbook", "incollection", "book-chapter", "booksection", "book-section", "chap"),
    "paper-conference": (
        "inproceedings",
        "proceedings-article",
        "conference",
        "conference-paper",
        "abstract",
        "cpaper",
    ),
    "webpage": ("website", "web", "web-page", "online", "elec", "site"),
    "report": ("guideline", "techreport", "rprt"),
    "thesis": ("phdthesis", "mastersthesis", "dissertation", "thes"),
    "dataset": ("clinical-trial", "trial", "registry", "data"),
    "document": ("misc", "other", "gen"),
}
_MEANT = {other: name for name, others in _CALLED.items() for other in others}


def type_meant(text: str) -> str | None:
    """The type of CSL that is meant by what another program calls it (`journal-article`, `inproceedings`, `JOUR`)."""
    return _MEANT.get(text.strip().lower().replace("_", "-").replace(" ", "-"))
