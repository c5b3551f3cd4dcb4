"""A work as an entry of a bibliography: in pieces, after NLM and ICMJE, or after SIST 02 where it is Japanese."""
