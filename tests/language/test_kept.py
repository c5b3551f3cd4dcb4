import os
import subprocess
import sys

from taiyaku.language.kept import forget, pack
from taiyaku.parity.compare import compare

PAIR = "Median overall survival was 9.3 months.", "無増悪生存期間の中央値は93か月であった。"

READ = """
import sys
from taiyaku.language import tables
from taiyaku.language.kept import unpack
from taiyaku.parity.compare import compare

unpack(sys.stdin.buffer.read())
tables.rows = tables.columns = lambda table: sys.exit(f"{table} was read again")
for module in [m for name, m in sys.modules.items() if name.startswith("taiyaku.language.")]:
    for name in {"rows", "columns"} & set(vars(module)):
        setattr(module, name, tables.rows)
print([finding.rule for finding in compare(*sys.argv[1:])])
"""


def test_another_process_compares_by_what_was_packed_and_reads_no_table_again() -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", READ, *PAIR]
    done = subprocess.run(command, input=pack(), capture_output=True, check=False, env=environment)  # noqa: S603 - our own Python
    assert done.stderr.decode() == ""
    assert done.stdout.decode() == f"{[finding.rule for finding in compare(*PAIR)]}\n"


def test_what_was_dropped_is_made_again() -> None:
    before = [finding.rule for finding in compare(*PAIR)]
    forget()
    assert [finding.rule for finding in compare(*PAIR)] == before
