"""The structure of design.md holds: direction, layers, sizes, and homes of SQL and of writes."""

import ast
import re
import statistics

import pytest

from tests.site.source_tree import ROOT, modules, own_code

LAYERS = {
    "timeline": (
        "values", "kinds", "topics", "gazetteer", "inputs", "models", "search", "sql", "queries", "rows", "readmodels",
        "actions", "access", "forms", "filters", "pages", "outputs", "mail", "tasks", "templatetags", "views", "urls",
    ),
    "newsroom": (
        "values", "reading", "models", "fetching", "search", "queries", "actions", "access", "forms", "filters",
        "pages",
        "outputs", "mail", "tasks", "templatetags", "views", "urls",
    ),
}  # fmt: skip
# Read only what Django itself asks for, or stand outside the order: wiring of the app, commands, migrations.
OUTSIDE_ORDER = {"", "apps", "management", "migrations", "admin"}
PURE = (
    "timeline.values",
    "timeline.kinds",
    "timeline.topics",
    "timeline.gazetteer",
    "timeline.inputs",
    "timeline.search",
    "newsroom.values",
    "newsroom.reading",
)
FORBIDDEN_NAMES = {"utils", "helpers", "common", "misc", "core", "base", "lib"}
WRITES = {"save", "create", "update", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
# Where these words are not the database's: dict.update, hashlib.update, cache.delete ...
ROOM_FOR_WRITES = re.compile(r"^(timeline|newsroom)/(actions|models|migrations|readmodels|tasks)(/|\.py)|^config/")
ROOM_FOR_SQL = re.compile(r"^timeline/(search\.py|readmodels|sql)|/migrations/|^config/")


def rows(title, found):
    """Fail with one line for each offence."""
    assert not found, f"{title}:\n" + "\n".join(sorted(found))


def test_timeline_never_imports_newsroom():
    rows("timeline knows no newsroom", {
        f"{module.path}:{line} {name}" for module in modules() if module.package == "timeline"
        for name, line, _ in module.imports() if name.split(".")[0] == "newsroom"
    })  # fmt: skip


def test_apps_take_only_settings_and_helpers_from_config():
    allowed = {"answers", "connections", "htmx", "errors", "headers"}
    rows("config wires, and holds no rule of the domain", {
        f"{module.path}:{line} {name}" for module in own_code() if module.package != "config"
        for name, line, _ in module.imports()
        if name.split(".")[0] == "config" and len(name.split(".")) > 1 and name.split(".")[1] not in allowed
    })  # fmt: skip


def test_modules_import_only_leftwards():
    found = set()
    for module in own_code():
        order = LAYERS.get(module.package)
        if order is None or module.layer in OUTSIDE_ORDER:
            continue
        assert module.layer in order, f"{module.path}: {module.layer} has no place in the order of layers"
        for name, line, _ in module.imports():
            parts = name.split(".")
            if parts[0] != module.package or len(parts) < 2 or parts[1] not in order:
                continue
            if order.index(parts[1]) > order.index(module.layer):
                found.add(f"{module.path}:{line} {name}")
    rows("imports point leftwards", found)


def test_no_import_hides_in_a_function():
    rows("imports stand at the top", {
        f"{module.path}:{line} {name}" for module in own_code()
        if module.package != "config" and module.path.name != "apps.py"
        for name, line, is_top in module.imports() if not is_top and not _is_type_checking(module, line)
    })  # fmt: skip


def _is_type_checking(module, line):
    return any(
        isinstance(node, ast.If)
        and isinstance(node.test, ast.Name)
        and node.test.id == "TYPE_CHECKING"
        and node.lineno < line <= node.end_lineno
        for node in module.tree.body
    )


@pytest.mark.parametrize("pure", PURE)
def test_pure_modules_know_no_django(pure):
    found = [m for m in own_code() if m.name == pure or m.name.startswith(pure + ".")]
    assert found, f"{pure} is gone: mend the list"
    rows("pure modules", {
        f"{module.path}:{line} {name}" for module in found for name, line, _ in module.imports()
        if name.split(".")[0] in {"django", "psycopg"} or name.startswith(("timeline.models", "newsroom.models"))
    })  # fmt: skip


def test_only_fetching_opens_outside_addresses():
    openers = {"urllib.request", "http.client", "requests", "httpx", "socket", "urllib3"}
    rows("outside addresses", {
        f"{module.path}:{line} {name}" for module in own_code()
        if module.package != "config" and module.name != "newsroom.fetching"
        for name, line, _ in module.imports() if name in openers
    })  # fmt: skip


def test_modules_stay_short():
    rows("over 400 lines", {f"{module.path}: {module.lines}" for module in own_code() if module.lines > 400})


def functions():
    for module in own_code():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield module, node, node.end_lineno - node.lineno + 1


def test_functions_stay_short():
    sizes = [size for _, _, size in functions()]
    rows(
        "over 60 lines",
        {f"{module.path}:{node.lineno} {node.name}: {size}" for module, node, size in functions() if size > 60},
    )
    assert statistics.median(sizes) <= 8


def test_views_stay_short():
    rows("over 25 lines", {
        f"{module.path}:{node.lineno} {node.name}: {size}" for module, node, size in functions()
        if module.layer == "views" and size > 25
    })  # fmt: skip


def test_module_names_say_what_they_hold():
    rows("names", {str(m.path) for m in modules() if set(m.path.with_suffix("").parts) & FORBIDDEN_NAMES})


def test_public_functions_say_what_they_do():
    found = set()
    for module in own_code():
        for node in module.tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                is_plain = module.layer in {"management", "apps"}
                if not is_plain and not ast.get_docstring(node):
                    found.add(f"{module.path}:{node.lineno} {node.name}")
        if module.lines > 3 and not ast.get_docstring(module.tree):
            found.add(f"{module.path}: no docstring")
    rows("docstrings", found)


def test_sql_by_hand_has_its_homes():
    found = set()
    for module in modules():
        if ROOM_FOR_SQL.search(str(module.path)):
            continue
        for node in ast.walk(module.tree):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Attribute) and called.attr in {"raw", "cursor", "extra"}:
                found.add(f"{module.path}:{node.lineno} .{called.attr}()")
            if isinstance(node, ast.Name) and node.id == "RawSQL":
                found.add(f"{module.path}:{node.lineno} RawSQL")
    rows("SQL by hand", found)


def test_writes_have_their_homes():
    found = set()
    for module in own_code():
        if ROOM_FOR_WRITES.search(str(module.path)):
            continue
        for node in ast.walk(module.tree):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES):
                continue
            if _writes_a_row(node):
                found.add(f"{module.path}:{node.lineno} .{node.func.attr}")
    rows("writes outside actions", found)


def _writes_a_row(call):
    """Say whether a call is a model's or a manager's, not a dict's or a digest's: by what it is called on."""
    text = ast.unparse(call.func.value)
    if call.func.attr == "save":
        return not text.startswith("image.")  # a picture, which is no row
    if call.func.attr in {"update", "delete", "create"}:
        return ".objects" in text or ".filter(" in text or ".all()" in text or text.endswith("_set")
    return True


def test_the_clock_is_read_in_views_and_commands_only():
    found = set()
    for module in own_code():
        if module.layer in {"views", "management"} or module.package == "config":
            continue
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {
                "timezone.now", "datetime.now", "datetime.datetime.now", "date.today", "datetime.date.today",
                "time.time",
            }:  # fmt: skip
                found.add(f"{module.path}:{node.lineno}")
    rows("the clock", found)


def test_templates_hold_no_inline_script_or_style():
    bad = re.compile(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\bsrc=)|javascript:|hx-on", re.IGNORECASE)
    rows("inline script or style", {
        f"{path.relative_to(ROOT)}:{number}" for path in (ROOT / "templates").rglob("*.html")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if bad.search(line)
    })  # fmt: skip


def test_templates_mark_nothing_safe():
    bad = re.compile(r"\|\s*safe\b|autoescape off")
    allowed = {"templates/timeline/_timeline_list.html"}
    rows("only kept rows, escaped when rendered, are marked safe", {
        f"{path.relative_to(ROOT)}:{number}" for path in (ROOT / "templates").rglob("*.html")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if bad.search(line) and str(path.relative_to(ROOT)) not in allowed
    })  # fmt: skip


def test_colours_stand_in_the_tokens_only():
    literal = re.compile(r"#[0-9a-f]{3,8}\b(?!.*url)|\b(?:rgb|hsl|oklch|oklab)a?\(", re.IGNORECASE)
    rows("colour literals", {
        f"{path.relative_to(ROOT)}:{number}" for path in (ROOT / "static" / "css").rglob("*.css")
        if path.name != "tokens.css"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if literal.search(line) and "color-mix(" not in line
    })  # fmt: skip


def test_scripts_stay_small():
    rows("over 60 lines", {
        f"{path.relative_to(ROOT)}" for path in (ROOT / "static" / "js").rglob("*.js")
        if len(path.read_text(encoding="utf-8").splitlines()) > 60
    })  # fmt: skip
