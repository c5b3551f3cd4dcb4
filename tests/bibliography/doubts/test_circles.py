import pytest

from taiyaku.bibliography.doubts.circles import circles


@pytest.mark.parametrize(
    ("named", "found"),
    [
        ({"a": ["a"]}, [("a",)]),
        ({"a": ["b"], "b": ["a"]}, [("a", "b")]),
        ({"b": ["c"], "c": ["a"], "a": ["b"]}, [("a", "b", "c")]),
        ({"a": ["c"], "c": ["b"], "b": ["c"]}, [("b", "c")]),
        ({"a": ["b"], "b": ["a"], "c": ["d"], "d": ["c"]}, [("a", "b"), ("c", "d")]),
        ({"a": ["b", "c"], "b": ["a"], "c": ["a"]}, [("a", "b"), ("a", "c")]),
    ],
)
def test_each_circle_is_found_from_its_smallest_key(named: dict[str, list[str]], found: list[tuple[str, ...]]) -> None:
    assert list(circles(named)) == found


@pytest.mark.parametrize("named", [{}, {"a": ["b"], "b": ["c"]}, {"a": ["b", "c"], "b": ["c"]}, {"a": ["x", "x"]}])
def test_where_nothing_comes_back_there_is_no_circle(named: dict[str, list[str]]) -> None:
    assert list(circles(named)) == []


def test_a_circle_of_thousands_is_found() -> None:
    keys = [f"w{n:05}" for n in range(5000)]
    named = {key: [following] for key, following in zip(keys, [*keys[1:], keys[0]], strict=True)}
    assert list(circles(named)) == [tuple(keys)]
