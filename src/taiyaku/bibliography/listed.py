"""The works of a source's page: the document itself, what its sentences cite, what the document lists."""

from taiyaku.language.citations import citations
from taiyaku.model.library import Library


def works_of(library: Library, source_id: str) -> tuple[str, ...]:
    """The keys of all works, each once: the document first, then those cited in the page's order, then its list."""
    source = library.sources[source_id]
    texts = [sentence.pair.text(locale) or "" for sentence in source.sentences() for locale in library.site.locales]
    cited = [citation.key for text in texts for citation in citations(text)]
    keys = dict.fromkeys((source.citation, *cited, *source.references))
    return tuple(key for key in keys if key in library.references)
