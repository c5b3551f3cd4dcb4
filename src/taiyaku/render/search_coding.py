"""The coding of the search index: numbers as short ASCII that a browser decodes word by word, when it needs it.

A number is written in base 32, least digit first; each digit is one of 64 characters, and those of the upper half say
that another digit follows. Growing numbers are written as their distances.
"""

from collections.abc import Iterable, Iterator, Sequence

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_VALUES = {char: value for value, char in enumerate(ALPHABET)}
_MORE = 32


def _coded(number: int) -> str:
    text = ""
    while number >= _MORE:
        text += ALPHABET[_MORE + number % _MORE]
        number //= _MORE
    return text + ALPHABET[number]


_SMALL = [_coded(number) for number in range(4096)]


def encode(numbers: Iterable[int]) -> str:
    """Numbers from 0 as ASCII."""
    return "".join([_SMALL[number] if number < 4096 else _coded(number) for number in numbers])


def decode(text: str) -> Iterator[int]:
    """The numbers that `encode` was given."""
    number, factor = 0, 1
    for char in text:
        value = _VALUES[char]
        number += value % _MORE * factor
        factor *= _MORE
        if value < _MORE:
            yield number
            number, factor = 0, 1


def encode_growing(numbers: Sequence[int]) -> str:
    """Growing numbers from 0 as the distances between them."""
    return encode(map(int.__sub__, numbers, [-1, *numbers])) if numbers else ""


def decode_growing(text: str) -> Iterator[int]:
    """The numbers that `encode_growing` was given."""
    number = -1
    for distance in decode(text):
        number += distance
        yield number
