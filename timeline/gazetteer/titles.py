"""Titles of offices in Spanish, as they are said of a woman."""

import re

# The words that name the holder, each with its feminine form; where both are one word, the title does not change.
FEMININE = {
    "adjunto": "adjunta", "alcalde": "alcaldesa", "alto": "alta", "asesor": "asesora", "canciller": "canciller",
    "capitán": "capitana", "comandante": "comandante", "comercial": "comercial", "comisario": "comisaria",
    "comisionado": "comisionada", "consejera": "consejera", "consejero": "consejera", "copresidenta": "copresidenta",
    "copresidente": "copresidenta", "diplomático": "diplomática", "director": "directora", "duque": "duquesa",
    "ejecutivo": "ejecutiva", "embajador": "embajadora", "emir": "emira", "emperador": "emperatriz",
    "enviado": "enviada", "especial": "especial", "general": "general", "gobernador": "gobernadora", "gran": "gran",
    "heredero": "heredera", "jefe": "jefa", "líder": "líder", "miembro": "miembro", "ministro": "ministra",
    "monarca": "monarca", "negociador": "negociadora",
    "papa": "papa", "portavoz": "portavoz", "presidencial": "presidencial",
    "presidente": "presidenta", "primer": "primera", "príncipe": "princesa", "regente": "regente",
    "representante": "representante", "rey": "reina", "secretario": "secretaria", "subsecretario": "subsecretaria",
    "sultán": "sultana", "supremo": "suprema", "taoiseach": "taoiseach", "turcochipriota": "turcochipriota",
    "vicedirector": "vicedirectora",
    "vicedirectora": "vicedirectora", "viceministro": "viceministra", "vicepresidente": "vicepresidenta",
    "viceprimer": "viceprimera", "vicesecretario": "vicesecretaria",
}  # fmt: skip
# Titles that are said as in their own language.
UNTRANSLATED = {"O le Ao o le Malo"}
# What comes after these words names the office and not its holder.
OF_OFFICE = re.compile(r"\s(?:de|del|en|ante|para)\s")


def is_known(title: str) -> bool:
    """Return whether every word that names the holder has a known feminine form."""
    return title in UNTRANSLATED or all(word.casefold() in FEMININE for word in _holder(title).split())


def feminine(title: str) -> str:
    """Return a title as it is said of a woman; one with an unknown word is returned as it is."""
    if title in UNTRANSLATED or not is_known(title):
        return title
    holder = _holder(title)
    words = [_like(word, FEMININE[word.casefold()]) for word in holder.split()]
    return " ".join(words) + title[len(holder) :]


def _holder(title: str) -> str:
    return OF_OFFICE.split(title, maxsplit=1)[0]


def _like(word: str, other: str) -> str:
    return other.capitalize() if word[:1].isupper() else other
