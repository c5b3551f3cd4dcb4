import stat
from pathlib import Path, PurePosixPath

import pytest

from taiyaku.app.files import read_files, write_files
from taiyaku.app.usage import UsageError


def test_hidden_files_and_backups_are_passed_over(tmp_path: Path) -> None:
    for name in ("content/a.yaml", "content/.b.yaml", "content/c.yaml~", "elsewhere/d.yaml", "seeds/e.yaml"):
        write_files({tmp_path / name: name})
    files = read_files(tmp_path)
    expected = {PurePosixPath(name): name.encode() for name in ("content/a.yaml", "seeds/e.yaml")}
    assert files == expected


def test_files_are_written_as_they_are_and_folders_made(tmp_path: Path) -> None:
    file = tmp_path / "new" / "a.yaml"
    write_files({file: "ja: 鉄\r\n"})
    assert file.read_bytes() == "ja: 鉄\r\n".encode()
    assert [*file.parent.iterdir()] == [file]


def test_links_and_permissions_stay(tmp_path: Path) -> None:
    file, link = tmp_path / "a.yaml", tmp_path / "link.yaml"
    file.write_text("old", "utf-8")
    file.chmod(0o640)
    link.symlink_to(file)
    write_files({link: "new"})
    assert link.is_symlink()
    assert (file.read_text("utf-8"), stat.S_IMODE(file.stat().st_mode)) == ("new", 0o640)


def test_where_one_cannot_be_written_none_is(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("old", "utf-8")
    with pytest.raises(UsageError, match=r"a\.yaml"):
        write_files({file: "new", file / "b.yaml": "new"})
    assert file.read_text("utf-8") == "old"
    assert [*tmp_path.iterdir()] == [file]
