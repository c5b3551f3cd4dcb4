"""Every check, in two visible tuples, and how they are asked."""

from collections.abc import Callable, Iterator

from taiyaku.base.problem import Problem
from taiyaku.checks import (
    claims,
    disagreements,
    fidelity,
    figures,
    keys,
    pairs,
    quantities,
    records,
    references,
    reviews,
    sections,
    set_aside,
    wordings,
    works,
)
from taiyaku.model.library import Library
from taiyaku.model.walk import set_asides

Check = Callable[[Library], Iterator[Problem]]

ALONE: tuple[Check, ...] = (
    keys.named_records_exist,
    keys.cited_works_exist,
    keys.linked_terms_exist,
    sections.ids_differ,
    sections.notes_have_their_sentence,
    sections.sections_have_headings,
    pairs.translations_are_there,
    pairs.citations_are_well_formed,
    pairs.characters_are_sound,
    figures.ledger_ids_differ,
    figures.figures_are_in_the_ledger,
    figures.a_seed_belongs_to_one_source,
    figures.sentences_state_their_figures,
    figures.outcomes_agree_with_the_ledger,
    figures.outcomes_are_told,
    figures.ledger_is_reported,
    quantities.quantities_are_in_the_ledger,
    quantities.derivations_hold,
    claims.claims_are_supported,
    disagreements.entries_have_their_sentences,
    disagreements.entries_state_what_is_said,
    records.fields_are_there,
    records.names_are_in_order,
    records.titles_are_plain,
    records.page_ranges_ascend,
    records.pages_are_written_plainly,
    records.dates_are_possible,
    records.dois_are_whole,
    records.addresses_of_dois_are_dois,
    records.identifiers_can_be_right,
    references.lists_name_a_work_once,
    references.cited_works_stand,
    wordings.avoided_wordings_are_not_used,
    reviews.approved_sources_are_approved,
    reviews.approved_sentences_exist,
    fidelity.texts_say_the_same,
)
"""What can be asked of one record, beside those that it names (`Library.focus`)."""

TOGETHER: tuple[Check, ...] = (
    works.one_work_one_record,
    works.likely_duplicates_are_explained,
    works.relations_do_not_run_in_circles,
    works.journals_are_spelled_one_way,
    wordings.wordings_have_one_owner,
)
"""What can only be asked of all records together."""

ALL = (*ALONE, *TOGETHER)


def check(library: Library) -> list[Problem]:
    """Every problem between the records of a library, but for those whose rule is set aside where they lie."""
    problems = (problem for each in ALL for problem in each(library))
    return set_aside.apply(set_asides(library), problems, all_read=library.all_read)


def check_record(library: Library, kind: str, key: str, *, pairs: bool = True) -> Iterator[Problem]:
    """The problems of one record, also those whose rule is set aside; without `pairs`, no two texts are compared."""
    focused = library.focus(kind, key)
    asked = (each for each in ALONE if pairs or each is not fidelity.texts_say_the_same)
    return (problem for each in asked for problem in each(focused))
