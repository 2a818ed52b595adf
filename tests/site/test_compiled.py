"""The compiled form of the reading engine: used where it was made from just these sources, and nowhere else."""

import shutil
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from config import compiled
from config.management.commands import compile_reading
from config.management.commands.compile_reading import compile_modules, translate

ASKED = """
import sys
from pathlib import Path
from config import compiled
sys.meta_path.insert(0, compiled.CompiledFinder(Path(sys.argv[1])))
from newsroom.reading.longest import Phrases
from newsroom.reading.sentences import fold
print(Phrases({("prime", "minister"): "head"}).at(["a", "prime", "minister"], 1))
for name in ("longest", "sentences"):
    print(Path(sys.modules[f"newsroom.reading.{name}"].__file__).suffix)
"""


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """Return a folder laid out like the program's."""
    for name in compiled.SOURCES:
        file = tmp_path / name if name.endswith(".py") else tmp_path / name / "one.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("ONE = 1\n", encoding="utf-8")
    return tmp_path


def test_nothing_is_used_where_nothing_was_compiled(base: Path) -> None:
    finders = list(sys.meta_path)
    assert compiled.use(base, base / "var") is False
    assert sys.meta_path == finders


@pytest.mark.parametrize("name", compiled.SOURCES)
def test_another_word_in_a_source_is_another_form(base: Path, name: str) -> None:
    home, finders = base / "var", list(sys.meta_path)
    folder = compiled.folder_for(base, home)
    folder.mkdir(parents=True)
    try:
        assert compiled.use(base, home) is True
    finally:
        sys.meta_path[:] = finders
    file = base / name if name.endswith(".py") else base / name / "one.py"
    file.write_text("ONE = 2\n", encoding="utf-8")
    assert compiled.folder_for(base, home) != folder
    assert compiled.use(base, home) is False
    assert sys.meta_path == finders


def test_a_file_more_is_another_form(base: Path) -> None:
    folder = compiled.folder_for(base, base)
    (base / "newsroom/reading/two.py").write_text("", encoding="utf-8")
    assert compiled.folder_for(base, base) != folder


@pytest.mark.skipif(shutil.which("cc") is None, reason="There is no C compiler.")
def test_compiled_modules_take_the_place_of_their_sources(tmp_path: Path) -> None:
    """Two modules are compiled and found so; another, which is not, is read as it is written."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # those of setuptools
        compile_modules(settings.BASE_DIR, ["newsroom/reading/confidence.py", "newsroom/reading/longest.py"], tmp_path)
    answer = subprocess.run(
        [sys.executable, "-c", ASKED, str(tmp_path / "modules")],
        cwd=settings.BASE_DIR, capture_output=True, text=True, check=True,
    )  # fmt: skip
    found, longest, sentences = answer.stdout.splitlines()
    assert found == "(2, 'head')"
    assert (longest, sentences) == (".so", ".py")


def test_every_module_of_the_engine_can_be_compiled(tmp_path: Path) -> None:
    """mypyc takes less than Python does: no `in (*words, "x")`, for one."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        translate(settings.BASE_DIR, compiled.modules(settings.BASE_DIR), tmp_path)
    assert list((tmp_path / "c").rglob("*.c"))


def test_what_changes_while_it_is_compiled_is_not_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The name would be that of the sources before, the content that of those after."""
    names = iter(("before", "after"))
    monkeypatch.setattr(compiled, "folder_for", lambda base, home: tmp_path / "compiled" / next(names))
    monkeypatch.setattr(compile_reading, "compile_modules", lambda base, files, work: (work / "modules").mkdir())
    with pytest.raises(CommandError, match="changed while"):
        call_command("compile_reading")
    assert list((tmp_path / "compiled").iterdir()) == []
