"""What the tests of the checks share: the small project's files by name, and problems as plain tuples."""

from collections.abc import Callable

from taiyaku.base.place import Place
from taiyaku.base.problem import Problem, Severity

SITE = "content/site.yaml"
TOPICS = "content/topics.yaml"
ENDPOINTS = "content/endpoints.yaml"
SOURCE = "content/sources/doe-2020.yaml"
WORKS = "content/references/works.yaml"
TRIAL = "content/trials/ferro.yaml"
TERM = "content/glossary/haemoglobin.yaml"
PAGE = "content/pages/about.yaml"
SEED = "seeds/doe-2020.yaml"
DIFFERENCES = "content/differences.yaml"

Edit = tuple[str, str, str]
"""A file, what stands there, what shall stand there."""

Told = tuple[str, ...]
"""Place, rule (and whether it is only a warning), message, hint, and the other ends of a clash."""

Tell = Callable[..., list[Told]]

IN_BOTH = [
    (SOURCE, "dosing: {en: Dosing, ja: 用法}", "dosing: {en: 'Dosing %s', ja: '用法%s'}", "headings.dosing"),
    (SOURCE, "{en: Adults, ja: 成人}", "{en: 'Adults %s', ja: '成人%s'}", "recommendations[0].population"),
    (SOURCE, "{en: All patients, ja: 全患者}", "{en: 'All %s', ja: '全患者%s'}", "outcomes[0].groups[0].population"),
    (SEED, "{en: The publisher's., ja: 出版社に帰属する。}", "{en: 'Theirs %s.', ja: '出版社%s。'}", "rights"),
    (WORKS, "{en: The range descends., ja: 範囲が逆になっている。}", "{en: 'Down %s.', ja: '逆%s。'}", "roe-2019.as_printed[0].note"),
    (TRIAL, "{en: The title names the trial., ja: 題名に試験名が記されている。}", "{en: 'Named %s.', ja: '題名%s。'}", "references[0].basis"),
    (TERM, "{en: the red of the blood, ja: 血液の赤い色のもと}", "{en: 'the red %s', ja: '赤%s'}", "plain"),
    (ENDPOINTS, "{en: A rise of haemoglobin., ja: ヘモグロビンの上昇。}", "{en: 'A rise %s.', ja: '上昇%s。'}", "response.description"),
    (TOPICS, "{en: Too little haemoglobin., ja: ヘモグロビンが少ない状態。}", "{en: 'Low %s.', ja: '低値%s。'}", "anaemia.description"),
    (PAGE, "{en: Purpose, ja: 目的}", "{en: 'Purpose %s', ja: '目的%s'}", "sections[0].heading"),
    (DIFFERENCES, "{en: Effect of iron, ja: 鉄の効果}", "{en: 'Effect %s', ja: '効果%s'}", "effect.title"),
    (SITE, "{en: A site for tests, ja: 試験用のサイト}", "{en: 'For tests %s', ja: '試験用%s'}", "tagline"),
]  # fmt: skip
"""Texts that are no sentences (headings, names, descriptions, notes): a file, what stands there, what may stand
there with a sign at each `%s`, and the place."""

OWN = (
    f"{SOURCE}:abstract.results[1]",
    "translation-missing (warning)",
    "there is no text in 'ja' yet",
    "the page shows the other language",
)
"""The one problem that the small project has by itself."""


def told(problem: Problem) -> Told:
    """A problem as a plain tuple."""
    rule = problem.rule if problem.severity is Severity.ERROR else f"{problem.rule} (warning)"
    return (_shown(problem.at), rule, problem.message, problem.hint, *map(_shown, problem.also))


def _shown(at: Place) -> str:
    inside = at.dotted or str(at.line or "")
    return f"{at.file}:{inside}" if inside else str(at.file)
