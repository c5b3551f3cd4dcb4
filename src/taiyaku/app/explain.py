"""Explaining: what a rule promises, why, and what to do; without a rule, all of them."""

from collections.abc import Iterator
from itertools import groupby

from taiyaku.base.locale import Locale
from taiyaku.base.rules import Example, Rule, all_rules

_LABELS = {
    Locale.EN: {
        "error": "error",
        "warning": "warning",
        "bad": "Breaks the rule",
        "good": "Keeps the rule",
        "yes": "May be set aside in one place, with the reason.",
        "no": "Holds everywhere: may not be set aside.",
    },
    Locale.JA: {
        "error": "エラー",
        "warning": "警告",
        "bad": "規則に反する例",
        "good": "規則に合う例",
        "yes": "理由を添えれば、特定の箇所にかぎり例外とすることができます。",
        "no": "常に適用します。例外とすることはできません。",
    },
}


def listing(locale: Locale) -> Iterator[str]:
    """Every rule with its severity and title, group by group."""
    width = max(map(len, all_rules()))
    for n, (group, rules) in enumerate(groupby(all_rules().values(), key=lambda rule: rule.group)):
        if n:
            yield ""
        yield group.title[locale]
        for rule in rules:
            severity = _LABELS[locale][rule.severity.name.lower()]
            yield f"  {rule.id:<{width}}  {rule.title[locale]} ({severity})"


def explanation(rule: Rule, locale: Locale) -> Iterator[str]:
    """All that is known of one rule."""
    labels = _LABELS[locale]
    yield f"{rule.id} · {labels[rule.severity.name.lower()]} · {rule.group.title[locale]}"
    yield rule.title[locale]
    yield ""
    yield rule.explanation[locale]
    yield labels["yes" if rule.group.may_be_set_aside else "no"]
    for name, example in (("bad", rule.bad), ("good", rule.good)):
        yield ""
        yield f"{labels[name]}:"
        yield from (f"  {line}" for line in _lines(example))


def _lines(example: Example) -> Iterator[str]:
    if example.pair is None:
        yield from example.code.splitlines()
    else:
        yield from (f"{locale}: {example.pair[locale]}" for locale in Locale)
