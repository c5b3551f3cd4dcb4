"""Other programs' formats: RIS, BibTeX, CSL-JSON both ways; PubMed's NBIB and EndNote's XML read only."""
