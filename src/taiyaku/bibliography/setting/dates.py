"""Dates as bibliographies write them, as far as they are known."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def vancouver_date(text: str | None) -> str:
    """A date as NLM writes it: 2025, 2025 May, 2025 May 29."""
    year, *rest = (text or "").split("-")
    names = [_MONTHS[int(rest[0]) - 1], *(str(int(day)) for day in rest[1:])] if rest else []
    return " ".join([year, *names])


def japanese_date(text: str | None) -> str:
    """A date in Japanese: 2025年, 2025年5月, 2025年5月29日."""
    return "".join(f"{int(part)}{unit}" for part, unit in zip((text or "").split("-"), "年月日", strict=False) if part)
