"""What the fields and entry types of BibTeX and BibLaTeX mean."""

TYPES = {
    "article": "article-journal",
    "periodical": "article-journal",
    "book": "book",
    "mvbook": "book",
    "collection": "book",
    "proceedings": "book",
    "booklet": "book",
    "incollection": "chapter",
    "inbook": "chapter",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "inreference": "entry-encyclopedia",
    "techreport": "report",
    "report": "report",
    "manual": "report",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "thesis": "thesis",
    "online": "webpage",
    "electronic": "webpage",
    "www": "webpage",
    "dataset": "dataset",
    "software": "software",
    "patent": "patent",
    "standard": "standard",
    "legislation": "legislation",
    "movie": "motion_picture",
    "unpublished": "manuscript",
    "misc": "document",
}
"""The type of a record for each entry type; the first of several is what is written."""

WRITTEN = {kind: entry for entry, kind in reversed(TYPES.items())}
"""The entry type for each type of a record; `misc` for all others."""

FIELDS = {
    "journal": "container-title",
    "journaltitle": "container-title",
    "shortjournal": "container-title-short",
    "booktitle": "container-title",
    "series": "collection-title",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "edition": "edition",
    "publisher": "publisher",
    "institution": "publisher",
    "school": "publisher",
    "organization": "publisher",
    "address": "publisher-place",
    "location": "publisher-place",
    "type": "genre",
    "version": "version",
    "eventtitle": "event-title",
    "venue": "event-place",
    "pagetotal": "number-of-pages",
    "origtitle": "original-title",
    "pubstate": "status",
    "language": "language",
    "langid": "language",
    "doi": "DOI",
    "url": "URL",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "issn": "ISSN",
    "isbn": "ISBN",
}
"""The field of a record for each field that always means the same."""

NAMES = ("author", "editor", "translator")
DATES = {"date": "issued", "urldate": "accessed", "eventdate": "event-date", "lastchecked": "accessed"}
NUMBER_IS_ISSUE = {"article-journal", "article-magazine", "article-newspaper"}
VERBATIM = {"url", "doi", "pmid", "pmcid", "eprint", "isbn", "issn", "taiyaku", "file", "crossref"}
"""Fields in which signs stand for themselves."""

LEFT_OUT = {
    "abstract": "abstracts belong to their publishers",
    "file": "files stay where they are",
    "note": "notes are not taken over: write one in both languages",
    "annote": "notes are not taken over: write one in both languages",
    "annotation": "notes are not taken over: write one in both languages",
}

FROM_PARENT = {"title": "booktitle", "subtitle": "booksubtitle"}
"""What an entry takes from the one that its `crossref` names, under another name."""

NOT_FROM_PARENT = {"author", "crossref", "doi", "pages", "keywords", "abstract", "note", "url", "taiyaku", "file"}
