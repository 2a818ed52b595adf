"""The topics of events: what an act was about, in plain words, beside its kind, which says what was done.

Pure Python. The keys are the 37 contexts of PLOVER 2.0 (manual of 4 February 2024); words and definitions are ours. An
event has as many topics as its sources bear out, also none. The order here is the order of lists and filters.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """Describe one topic: its word and what belongs to it."""

    key: str
    label: str
    definition: str


# fmt: off
TOPICS: dict[str, Topic] = {
    topic.key: topic
    for topic in (
        Topic("diplomatic", "Diplomacy", "Embassies, envoys, recognition, and how relations themselves stand."),
        Topic("military", "Armed forces", "Troops, weapons, bases, exercises, and operations of armed forces."),
        Topic("peacekeeping", "Ceasefire and peace", "Truces, peace talks and settlements, monitors and peacekeepers."),
        Topic("territory", "Territory and borders", "Borders, sovereignty over land or sea, occupation, annexation."),
        Topic("economic", "Trade and economy", "Trade, tariffs, investment, money, debt and economic sanctions."),
        Topic("natural_resource", "Natural resources", "Oil, gas, minerals, water and fish, and power made from them."),
        Topic("illegal_drugs", "Illegal drugs", "Making, moving and selling drugs, and the fight against it."),
        Topic("crime", "Crime", "Crime, gangs and cartels, and the police work against them."),
        Topic("trafficking", "Smuggling", "Moving people, weapons or goods across borders against the law."),
        Topic("terrorism", "Terrorism", "Attacks meant to frighten a public, and the fight against those behind them."),
        Topic("migration", "Migration", "People who move to other countries, and how states receive or return them."),
        Topic("asylum", "Asylum and refugees", "Shelter from persecution or war, and people who seek it."),
        Topic("legal", "Law and courts", "Courts, trials, extradition and treaties as matters of law."),
        Topic("intelligence", "Intelligence", "Spying, secret services and what they learn."),
        Topic("cyber", "Cyber", "Attacks through networks, and the defence against them."),
        Topic("misinformation", "False information", "Falsehoods that are spread, and charges of spreading them."),
        Topic("cbrn", "Weapons of mass destruction", "Nuclear, chemical, biological arms and their materials."),
        Topic("technology", "Science and technology", "Research, space, telecommunications and the trade in know-how."),
        Topic("health", "Health", "Diseases, vaccines, medicine and care."),
        Topic("environment", "Environment and climate", "Climate, pollution and the protection of nature."),
        Topic("disasters", "Disasters", "Earthquakes, floods, fires and accidents, and the help after them."),
        Topic("human_security", "Needs of civilians", "Food, shelter, safety and relief of people in need or in war."),
        Topic("human_rights", "Human rights", "Rights that every person has, and breaches of them."),
        Topic("rights_freedoms", "Civil liberties", "Freedom of speech, press, assembly and movement."),
        Topic("repression", "Repression", "A state’s force against its own people, and political prisoners."),
        Topic("reparations", "Amends", "Compensation, apology and the return of what was taken."),
        Topic("executive", "Government", "Heads of state and government, and changes at the top."),
        Topic("legislative", "Parliament", "Parliaments, their votes and their laws."),
        Topic("election", "Elections", "Elections, referendums, and how they are held and judged."),
        Topic("political_institutions", "State institutions", "Constitutions, parties, and the order of a state."),
        Topic("pro_democracy", "Moves towards democracy", "Steps or demands for a freer order."),
        Topic("pro_autocracy", "Moves towards autocracy", "Coups, and steps that take power from voters."),
        Topic("corruption", "Corruption", "Bribes, theft of public money, and the fight against them."),
        Topic("inequality", "Inequality", "Poverty, wages, and how wealth and chances are shared."),
        Topic("religion_ethnicity", "Religion and ethnic groups", "Faiths and peoples, and how they live together."),
        Topic("gender", "Women and gender", "Women’s rights and the standing of the sexes."),
        Topic("lgbt", "Sexual minorities", "Rights of lesbian, gay, bisexual and transgender people."),
    )
}
# fmt: on
