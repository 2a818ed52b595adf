"""The rules of style sheets and scripts, and style sheets as one file."""

import ast
import re

import pytest
from babel.messages.pofile import read_po

from config.scripts import without_comments
from config.stylesheets import with_imports, without_spaces
from tests.site.source_tree import ROOT, own_code

CSS = ROOT / "static" / "css"
SHEETS = sorted(CSS.rglob("*.css"))
SCRIPTS = sorted((ROOT / "static" / "js").glob("*.js"))
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(")


def read(name: str) -> str:
    return (CSS / name).read_text(encoding="utf-8")


def plain(path) -> str:
    """Return a style sheet without its comments."""
    return re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


def test_the_sheet_of_all_pages_is_one_file():
    text = with_imports("site.css", read)
    assert "@import" not in re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    for layer in ("reset", "tokens", "base", "layout", "components", "utilities", "print"):
        assert f"@layer {layer} {{" in text
    assert text.count("{") == text.count("}")


def test_addresses_are_seen_from_the_sheet_that_takes_them_in():
    sheets = {
        "css/site.css": '@import url("parts/a.css") layer(parts);\n@import url("b.css");',
        "css/parts/a.css": '.a { background: url("../../img/a.svg"), url("data:image/svg+xml,x"), url("/b.svg"); }',
        "css/b.css": '.b { background: url("../img/b.svg"); }',
    }
    text = with_imports("css/site.css", sheets.__getitem__)
    assert (
        '@layer parts {\n.a { background: url("../img/a.svg"), url("data:image/svg+xml,x"), url("/b.svg"); }\n}' in text
    )
    assert '.b { background: url("../img/b.svg"); }' in text


def test_what_is_sent_says_the_same_in_fewer_bytes():
    text = """/* Of all. */
    @media (min-width: 40rem) and (max-width: 60rem) {
      .a > .b:hover, .c :not(.d) { margin: calc(1rem + 2px) 0; content: "a;  b"; }
    }
    .e::before { content: ' { '; background: url("data:image/svg+xml,<svg x='1;  2'/>"); }"""
    assert without_spaces(text) == (
        "@media (min-width:40rem) and (max-width:60rem){.a > .b:hover,.c :not(.d){margin:calc(1rem + 2px) 0;"
        """content:"a;  b"}}.e::before{content:' { ';background:url("data:image/svg+xml,<svg x='1;  2'/>")}"""
    )
    sheet = with_imports("site.css", read)
    assert without_spaces(sheet).count("{") == without_spaces(without_spaces(sheet)).count("{") == sheet.count("{")


def test_a_script_is_sent_without_what_only_people_read():
    text = """// Says hello.
export function hello(name) {

  // Twice.
  const url = "https://a.example"; // stays, for it stands behind code
  return `${url} ${name}`;
}
"""
    assert without_comments(text) == (
        'export function hello(name) {\nconst url = "https://a.example"; // stays, for it stands behind code\n'
        "return `${url} ${name}`;\n}\n"
    )
    with pytest.raises(ValueError, match="backticks"):
        without_comments("const text = `one\n  two`;")


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_every_script_can_be_sent_so(path):
    text = path.read_text(encoding="utf-8")
    assert "/*" not in text
    assert without_comments(text).count("{") == "".join(
        line for line in text.splitlines(keepends=True) if not line.strip().startswith("//")
    ).count("{")


def test_an_imported_sheet_imports_nothing():
    sheets = {"site.css": '@import url("a.css");', "a.css": '@import url("b.css");', "b.css": ""}
    with pytest.raises(ValueError, match="imports another"):
        with_imports("site.css", sheets.__getitem__)


def test_every_sheet_is_taken_in_by_one_that_pages_link_to():
    linked = {match for path in (ROOT / "templates").rglob("*.html")
              for match in re.findall(r"static 'css/([\w-]+\.css)'", path.read_text(encoding="utf-8"))}  # fmt: skip
    imported = {found for name in linked for found in re.findall(r'@import url\("([^"]+)"\)', read(name))}
    assert {str(path.relative_to(CSS)) for path in SHEETS} == linked | imported


def parts_of(names):
    """Return templates with all that they extend, include, repeat, or draw by a tag of ours, as texts."""
    texts, to_read = {}, list(names)
    while to_read:
        if (name := to_read.pop()) not in texts:
            texts[name] = (ROOT / "templates" / name).read_text(encoding="utf-8")
            to_read += re.findall(r'{% (?:extends|include|repeated|filled|once) "([^"]+)"', texts[name])
            drawn = re.findall(r"{% (when|day|flag|marks) ", texts[name])
            to_read += [f"components/_{tag}.html" for tag in drawn]
    return texts.values()


def test_a_page_without_the_further_sheet_needs_none_of_it():
    without = [
        path for path in (ROOT / "templates").rglob("*.html") if "further_style %}{% endblock" in path.read_text()
    ]
    names = [path.relative_to(ROOT / "templates").as_posix() for path in without]
    assert sorted(names) == [f"timeline/{name}.html" for name in ("country", "event", "home", "pair")]
    # What their views draw by themselves.
    names += [
        "timeline/_pair_head.html",
        "components/strip.html",
        "components/filters.html",
        "timeline/_event_row.html",
    ]
    markup = "".join(parts_of(names)) + "".join(path.read_text(encoding="utf-8") for path in SCRIPTS)
    used = {word for classes in re.findall(r'class="([^"]*)', markup) for word in re.findall(r"[a-z][\w-]*", classes)}
    used |= set(re.findall(r"[\w-]+__[\w-]+", markup))
    for name in re.findall(r'@import url\("([^"]+)"\)', read("further.css")):
        for selector in re.findall(r"([^{}]+)\{", plain(CSS / name)):
            for single in selector.split(",") if not selector.strip().startswith("@") else []:
                assert not set(re.findall(r"\.([a-z][\w-]*)", single)) <= used, f"{name}: {single.strip()}"


def test_colours_stand_in_the_tokens_only():
    found = [
        f"{path.name}: {match}"
        for path in SHEETS if path.name != "tokens.css"
        for match in COLOUR.findall(plain(path))
    ]  # fmt: skip
    assert found == []


def test_selectors_name_no_ids_and_importance_is_for_utilities_and_print():
    for path in SHEETS:
        selectors = re.findall(r"([^{}]+)\{", plain(path))
        assert not [selector for selector in selectors if re.search(r"(?<![\w(&])#[a-z]", selector)], path.name
        if path.name not in {"utilities.css", "print.css"}:
            assert "!important" not in plain(path), path.name


def test_directions_are_logical():
    physical = re.compile(
        r"(?<![\w-])(?:margin|padding|border)-(?:left|right|top|bottom)\b|(?<![\w-])(?:left|right|top|bottom)\s*:"
    )
    for path in SHEETS:
        assert not physical.search(plain(path)), path.name


def test_scripts_are_short_modules():
    assert SCRIPTS
    for path in SCRIPTS:
        text = path.read_text(encoding="utf-8")
        assert len(text.splitlines()) <= 60, path.name
        assert not re.search(r"\beval\b|innerHTML|new Function|document\.write", text), path.name


def test_templates_carry_no_script_or_style_of_their_own():
    for path in (ROOT / "templates").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        for tag in re.findall(r"<script\b[^>]*>", text):
            assert " src=" in tag, f"{path.name}: {tag}"
        assert "<style" not in text, path.name
        assert not re.search(r"\s(?:style|on\w+)=[\"']", text), path.name
        assert "hx-on" not in text, path.name
        assert "js:" not in text, path.name


# A letter on both sides, or a possessive's at the end of a word.
STRAIGHT = re.compile(r"[^\W\d_]'[^\W\d_]|s'(?=[\s.,;:)<]|$)")
# What people type has straight apostrophes, and what reads it knows them; the terminal shows what it can.
MAY_BE_STRAIGHT = {"reading", "models", "migrations", "sql"}


def words_of_template(text):
    """Yield what people read of a template: the strings that are translated, the texts, and what attributes say."""
    text = re.sub(r"{#.*?#}|{% comment %}.*?{% endcomment %}", "", text, flags=re.DOTALL)
    yield from re.findall(r'{% (?:translate|blocktranslate|filled)[^%]*?"([^"]*)"', text)
    text = re.sub(r"{%.*?%}|{{.*?}}", " ", text, flags=re.DOTALL)
    yield from re.findall(r'(?:alt|title|aria-label|placeholder|content)="([^"]*)"', text)
    yield re.sub(r"<[^>]*>", " ", text)


def words_of_module(module):
    """Yield the strings of a module but its docstrings and the help of dataclass fields, which developers read."""
    hidden = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            hidden.add(node.value)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "told":
            hidden.update(ast.walk(node))
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in hidden:
            yield node.value


def test_apostrophes_that_people_read_are_typographic():
    words = {
        path.relative_to(ROOT): words_of_template(path.read_text(encoding="utf-8"))
        for path in (ROOT / "templates").rglob("*.html")
    }
    for module in own_code():
        if module.package != "config" and not MAY_BE_STRAIGHT & set(module.path.parts):
            words[module.path] = words_of_module(module)
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    words["docs/glossary.md"] = [re.sub(r"`[^`]*`", "", glossary)]
    catalogue = read_po((ROOT / "locale" / "es" / "LC_MESSAGES" / "django.po").read_text(encoding="utf-8").splitlines())
    words["locale/es"] = [
        text
        for message in catalogue
        for text in ([message.string] if isinstance(message.string, str) else message.string)
    ]
    found = [
        f"{where}: {text.strip()[:80]}" for where, texts in words.items() for text in texts if STRAIGHT.search(text)
    ]
    assert not found, "\n".join(found)


def test_the_rule_of_apostrophes_sees_them():
    template = """{# A page's comment. #}<p title="a side's">{% translate "Leader's name" %}</p>
    {% url 'timeline:home' %} states' words, a page’s own, isn't it"""
    found = [text for text in words_of_template(template) if STRAIGHT.search(text)]
    assert [len(STRAIGHT.findall(text)) for text in found] == [1, 1, 2]
