"""The project's own Python files, parsed once, for the tests of its structure."""

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("config", "timeline", "newsroom")


@dataclass(frozen=True)
class Module:
    """One Python file: its path from the root, its dotted name, and its tree."""

    path: Path
    tree: ast.Module
    lines: int

    @property
    def name(self):
        parts = self.path.with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def package(self):
        return self.path.parts[0]

    @property
    def layer(self):
        """Return the name that places the module within its app: the second part of its dotted name."""
        parts = self.name.split(".")
        return parts[1] if len(parts) > 1 else ""

    def imports(self):
        """Yield (dotted name, line, is at the top level) for each import."""
        top = set(self.tree.body)
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield alias.name, node.lineno, node in top
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                yield node.module, node.lineno, node in top
                for alias in node.names:
                    yield f"{node.module}.{alias.name}", node.lineno, node in top


@cache
def modules():
    """Return every module of the three packages, migrations included."""
    found = []
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            text = path.read_text(encoding="utf-8")
            found.append(Module(path.relative_to(ROOT), ast.parse(text), text.count("\n")))
    return tuple(found)


def own_code():
    """Return the modules but for the migrations."""
    return [module for module in modules() if "migrations" not in module.path.parts]
