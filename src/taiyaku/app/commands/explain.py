"""`taiyaku explain`."""

import click

from taiyaku.app.usage import UsageError
from taiyaku.base.locale import Locale


@click.command("explain")
@click.argument("rule", required=False)
@click.option(
    "--locale",
    type=click.Choice([each.value for each in Locale]),
    default=Locale.EN.value,
    show_default=True,
    help="The language of the explanation.",
)
def explain_command(rule: str | None, locale: str) -> None:
    """Explain RULE: what it promises, why, an example that breaks it and one that keeps it. Without RULE, list all."""
    from taiyaku.app.explain import explanation, listing
    from taiyaku.base.names import did_you_mean
    from taiyaku.base.rules import all_rules

    if rule is None:
        lines = listing(Locale(locale))
    elif rule in all_rules():
        lines = explanation(all_rules()[rule], Locale(locale))
    else:
        hint = did_you_mean(rule, all_rules(), "'taiyaku explain' lists them")
        raise UsageError(f"there is no rule '{rule}'; {hint}")
    click.echo("\n".join(lines))
