"""Decide who is meant where nobody is named: pronouns, offices, plurals, nouns that stand for a state."""
