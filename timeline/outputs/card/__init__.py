"""The picture that stands for a page where its address is shared (OpenGraph)."""

from timeline.outputs.card.content import card_of_event, card_of_pair
from timeline.outputs.card.drawing import EventCard, PairCard, draw_event_card, draw_pair_card

__all__ = ["EventCard", "PairCard", "card_of_event", "card_of_pair", "draw_event_card", "draw_pair_card"]
