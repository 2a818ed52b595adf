"""Django's own tags for words and addresses, which say what they know: settings put these in their place.

A word of the interface depends on the language alone, and an address on its values: Django looked each up anew for
every page, which was a sixth of what a page of an event cost.
"""

from typing import Any

from django.template import Context, Library, Node
from django.template.base import Parser, Token, TokenType
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as parsed_url
from django.templatetags import i18n
from django.urls import NoReverseMatch
from django.utils.html import conditional_escape
from django.utils.translation import get_language

from timeline.pages.addresses import address_of

register = Library()
register.tags.update(i18n.register.tags)
register.filters.update(i18n.register.filters)


class KnownWords(Node):
    """Words that depend on the language alone; they are drawn once for each."""

    def __init__(self, node: Node) -> None:
        self.node = node
        self.drawn: dict[str, str] = {}

    def render(self, context: Context) -> str:
        """Return the words in the language that is on."""
        language = get_language() or ""
        if (drawn := self.drawn.get(language)) is None:
            drawn = self.drawn[language] = self.node.render(context)
        return drawn


class KnownAddress(URLNode):
    """An address of which only the values are new."""

    def render(self, context: Context) -> str:
        """Return the address, or set it under its name; what is no plain route with plain values Django looks up."""
        route = self.view_name.var
        values = [argument.resolve(context) for argument in self.args]
        if self.kwargs or not isinstance(route, str) or not all(isinstance(value, int | str) for value in values):
            return super().render(context)
        try:
            address = address_of(route, *values)
        except NoReverseMatch:
            return super().render(context)
        if self.asvar:
            context[self.asvar] = address
            return ""
        return conditional_escape(address)


@register.tag(name="translate")
@register.tag(name="trans")
def translate(parser: Parser, token: Token) -> Node:
    """Parse words; those that stand in the template itself are known once they were drawn."""
    node: Any = i18n.do_translate(parser, token)
    words, is_named = node.filter_expression, node.asvar or node.message_context
    is_known = not is_named and not words.filters and getattr(words.var, "literal", None) is not None
    return KnownWords(node) if is_known else node


@register.tag(name="blocktranslate")
@register.tag(name="blocktrans")
def blocktranslate(parser: Parser, token: Token) -> Node:
    """Parse a sentence; one without values is known once it was drawn."""
    node: Any = i18n.do_block_translate(parser, token)
    has_values = node.countervar or node.extra_context or node.asvar or node.message_context
    has_values = has_values or any(part.token_type == TokenType.VAR for part in node.singular)
    return node if has_values else KnownWords(node)


@register.tag(name="url")
def url(parser: Parser, token: Token) -> Node:
    """Parse an address."""
    node = parsed_url(parser, token)
    return KnownAddress(node.view_name, node.args, node.kwargs, node.asvar)
