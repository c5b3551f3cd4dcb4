"""A review as the text of its file: always the same for the same review, and read back as what it was."""

import re
from typing import Any

import yaml

from taiyaku.base.locale import Locale
from taiyaku.model.review import Approval, Digests, Review

_HEAD = "# Written by `taiyaku approve`: a digest stands for a text as it was approved; the texts follow below.\n"
WIDTH = 120


class OneLine(dict[str, str]):
    """A mapping that is written in one line."""


class Writer(yaml.SafeDumper):
    """Writes scalars as `read_yaml` takes them: text, whatever they look like, but for null."""

    yaml_implicit_resolvers: dict[Any, Any] = {}  # noqa: RUF012 - the base class has them as a class variable

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - content has no aliases
        """Whether a value that stands twice is written twice: always."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        """Indents lists under their field."""
        super().increase_indent(flow, False)  # noqa: FBT003 - the dumper's signature


_MAP, _SEQ = "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"
Writer.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"~|null"), ["~", "n"])
Writer.add_representer(OneLine, lambda to, data: to.represent_mapping(_MAP, data, flow_style=True))
Writer.add_representer(tuple, lambda to, data: to.represent_sequence(_SEQ, data, flow_style=True))


def review_text(review: Review) -> str:
    """The text of `content/reviews/<id>.yaml`."""
    plain = {"approvals": [_plain(approval) for approval in review.approvals], "texts": dict(review.texts)}
    body: str = yaml.dump(plain, Dumper=Writer, allow_unicode=True, sort_keys=False, width=WIDTH)
    return _HEAD + body


def _plain(approval: Approval) -> dict[str, object]:
    return {
        "by": approval.by,
        "on": approval.on.isoformat(),
        "locales": tuple(locale.value for locale in approval.locales),
        "pairs": {name: _one_line(pair) for name, pair in approval.pairs.items()},
    }


def _one_line(pair: Digests) -> OneLine:
    return OneLine({locale.value: key for locale in Locale if (key := pair.of(locale)) is not None})
