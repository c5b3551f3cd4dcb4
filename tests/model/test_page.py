from taiyaku.model.page import Page

PAGE = Page.model_validate(
    {
        "title": {"en": "About"},
        "sections": [
            {
                "id": "purpose",
                "heading": {"en": "Purpose"},
                "text": [{"en": "One."}, {"id": "own", "en": "Two."}],
                "points": [{"en": "Point."}],
            },
            {"id": "people", "heading": {"en": "People"}},
            {"id": "thanks", "heading": {"en": "Thanks"}, "points": [{"en": "All."}]},
        ],
    }
)


def test_sentences_are_named_after_their_section() -> None:
    assert [s.id for s in PAGE.sentences()] == ["title", "purpose-1", "own", "purpose-points-1", "thanks-points-1"]


def test_sentences_know_their_nodes() -> None:
    assert [s.path for s in PAGE.sentences()] == [
        ("title",),
        ("sections", 0, "text", 0),
        ("sections", 0, "text", 1),
        ("sections", 0, "points", 0),
        ("sections", 2, "points", 0),
    ]


def test_sentences_know_their_sections() -> None:
    assert [s.section for s in PAGE.sentences()] == ["title", "purpose", "purpose", "purpose", "thanks"]
