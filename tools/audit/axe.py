"""What axe-core says about a page."""

from typing import Any

from playwright.sync_api import Page

from tools.audit import needs
from tools.audit.rows import Miss

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "wcag2aaa", "best-practice"]
COLOUR = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]  # in the dark nothing else can differ
RUN = """([rules, within]) => axe.run(within ? {include: [[within]]} : document, {runOnly: rules, resultTypes: ['violations', 'incomplete']}).then((found) => {
    const brief = (rules) => rules.flatMap((rule) => rule.nodes.map((node) => [rule.id, node.target.join(' '), rule.help]));
    return {violations: brief(found.violations), undecided: found.incomplete.map((rule) => rule.id)};
})"""
DECIDED = {"color-contrast", "color-contrast-enhanced"}  # our own script measures what axe leaves open there


def load(page: Page) -> None:
    """Bring axe-core into the page."""
    page.evaluate(needs.module(needs.AXE).read_text("utf-8"))


def look(page: Page, state: str, rules: list[str], within: str = "") -> tuple[list[Miss], set[str]]:
    """The violations in this state of the page, and the rules that axe could not decide."""
    found: dict[str, Any] = page.evaluate(RUN, [rules, within])
    violations = [Miss(str(where), f"{rule}: {text} [{state}]", rule) for rule, where, text in found["violations"]]
    return violations, set(found["undecided"]) - DECIDED
