"""Documentation that is missing fails here: settings, commands, and the fields of models."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import get_commands

from tests.site.source_tree import ROOT, own_code

DOCS = ROOT / "docs"


def test_every_setting_read_from_the_environment_is_documented():
    named = re.compile(r"""(?:env\.\w+|text|flag|number|listed|choice|folder)\(\s*["']([A-Z][A-Z0-9_]+)["']""")
    text = (DOCS / "operating.md").read_text(encoding="utf-8")
    settings = set()
    for module in own_code():
        if module.package == "config":
            settings |= set(named.findall((ROOT / module.path).read_text(encoding="utf-8")))
    assert settings, "no setting was found: mend the pattern"
    missing = sorted(name for name in settings if f"`{name}`" not in text)
    assert not missing, f"docs/operating.md says nothing of {missing}"


def test_every_command_is_documented():
    own = [name for name, app in get_commands().items() if app in {"config", "timeline", "newsroom"}]
    assert len(own) >= 5
    text = "".join(path.read_text(encoding="utf-8") for path in [*DOCS.glob("*.md"), ROOT / "README.md"])
    missing = sorted(name for name in own if not re.search(rf"manage\.py {name}\b", text))
    assert not missing, f"no document shows {missing}"


def test_every_key_of_the_desk_is_in_the_guide():
    bar = (ROOT / "templates/newsroom/_bar.html").read_text(encoding="utf-8")
    keys = set(re.findall(r"<kbd>([^<]+)</kbd>", bar))
    assert {"a", "o", "space"} <= keys
    guide = (DOCS / "editing.md").read_text(encoding="utf-8")
    assert not [key for key in sorted(keys) if f"`{key}`" not in guide]


@pytest.mark.parametrize("app", ["timeline", "newsroom"])
def test_every_field_of_every_model_is_documented(app):
    text = (DOCS / "data-model.md").read_text(encoding="utf-8")
    missing = []
    for model in apps.get_app_config(app).get_models():
        section = re.search(rf"^### {model.__name__}\b(.*?)(?=^##|\Z)", text, re.MULTILINE | re.DOTALL)
        if not section:
            missing.append(model.__name__)
            continue
        fields = [field.name for field in model._meta.get_fields() if not field.auto_created]
        missing += [f"{model.__name__}.{name}" for name in fields if f"`{name}`" not in section.group(1)]
    assert not missing, f"docs/data-model.md says nothing of {missing}"


def test_links_between_documents_lead_somewhere():
    broken = []
    for path in [*DOCS.rglob("*.md"), *ROOT.glob("*.md")]:
        targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
        inside = [target for target in targets if "://" not in target]
        broken += [f"{path.relative_to(ROOT)}: {target}" for target in inside if not (path.parent / target).exists()]
    assert not broken, broken


def test_nothing_names_a_path_of_the_machine_it_was_made_on():
    home = str(Path.home())
    found = [
        str(path)
        for path in ROOT.rglob("*.md")
        if ".venv" not in path.parts and f"{home}/" in path.read_text(encoding="utf-8")
    ]
    assert not found, found
