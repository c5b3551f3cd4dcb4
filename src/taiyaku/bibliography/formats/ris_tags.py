"""What the tags of RIS mean, by the specification of 2011 and the use of EndNote, Zotero and PubMed's exports."""

TYPES = {
    "JOUR": "article-journal",
    "JFULL": "article-journal",
    "EJOUR": "article-journal",
    "INPR": "article-journal",
    "ABST": "article-journal",
    "MGZN": "article-magazine",
    "NEWS": "article-newspaper",
    "BOOK": "book",
    "EBOOK": "book",
    "EDBOOK": "book",
    "CHAP": "chapter",
    "ECHAP": "chapter",
    "CPAPER": "paper-conference",
    "CONF": "paper-conference",
    "RPRT": "report",
    "GOVDOC": "report",
    "THES": "thesis",
    "ELEC": "webpage",
    "ICOMM": "webpage",
    "BLOG": "post-weblog",
    "DATA": "dataset",
    "AGGR": "dataset",
    "COMP": "software",
    "PAT": "patent",
    "STAND": "standard",
    "STAT": "legislation",
    "BILL": "legislation",
    "LEGAL": "legislation",
    "DICT": "entry-dictionary",
    "ENCYC": "entry-encyclopedia",
    "MPCT": "motion_picture",
    "VIDEO": "motion_picture",
    "MANSCPT": "manuscript",
    "UNPB": "article",
    "GEN": "document",
}
"""The type of a record for each reference type; the first of several is what is written."""

WRITTEN = {kind: tag for tag, kind in reversed(TYPES.items())} | {"review": "JOUR", "speech": "GEN"}
"""The reference type for each type of a record."""

FIELDS = {
    "AU": "author",
    "A1": "author",
    "ED": "editor",
    "A2": "editor",
    "A3": "editor",
    "A4": "translator",
    "TI": "title",
    "T1": "title",
    "CT": "title",
    "T3": "collection-title",
    "JF": "container-title",
    "BT": "container-title",
    "J2": "container-title-short",
    "JA": "container-title-short",
    "PY": "issued",
    "Y1": "issued",
    "DA": "issued",
    "Y2": "accessed",
    "VL": "volume",
    "IS": "issue",
    "ET": "edition",
    "M1": "number",
    "M3": "genre",
    "SE": "section",
    "PB": "publisher",
    "CY": "publisher-place",
    "PP": "publisher-place",
    "DO": "DOI",
    "UR": "URL",
    "LK": "URL",
    "L2": "URL",
    "LA": "language",
    "KW": "keyword",
}
"""The field of a record for each tag that always means the same."""

WITH_SERIES = {"book", "report", "thesis"}
"""Types whose second title is a series."""

LEFT_OUT = {
    "AB": "abstracts belong to their publishers",
    "N2": "abstracts belong to their publishers",
    "AD": "addresses of authors are not taken over: the file does not say whose they are",
    "L1": "files stay where they are",
    "L3": "files stay where they are",
    "L4": "files stay where they are",
    "N1": "notes are not taken over: write one in both languages",
    "RN": "notes are not taken over: write one in both languages",
    "CN": "the database's own bookkeeping",
    "LB": "the database's own bookkeeping",
    "DB": "the database's own bookkeeping",
    "DP": "the database's own bookkeeping",
}
"""Tags that no record holds, and why."""
