"""The site's style sheets and scripts as they are published: without what only their writers need."""

from pathlib import PurePosixPath

from rcssmin import cssmin
from rjsmin import jsmin

_MINIFIERS = {".css": cssmin, ".js": jsmin}


def published(file: PurePosixPath, data: bytes) -> bytes:
    """A file of `templates/assets`: style sheets and scripts without comments (but `/*!`: licences) and idle spaces.

    What is not UTF-8 is published as it is, for the browser to complain about.
    """
    minify = _MINIFIERS.get(file.suffix)
    if minify is None:
        return data
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return data
    return str(minify(text, keep_bang_comments=True)).encode("utf-8")
