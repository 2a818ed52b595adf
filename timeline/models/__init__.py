"""The record."""

from timeline.models.country import Country, CountryName, Succession
from timeline.models.directory import DirectoryVersion
from timeline.models.event import Event, EventLink, EventTopic, Modality, Participation, Thread, ThreadEvent
from timeline.models.follow import Delivery, Follow, Follower, FollowRequest, Frequency
from timeline.models.leader import Leader, LeaderName, Office, Tenure
from timeline.models.leadercounts import LeaderMet, LeaderSaid, LeaderTotal
from timeline.models.readmodel import (
    CountryFacet,
    EventCountry,
    EventEntry,
    EventPair,
    EventPairKey,
    EventRow,
    Facet,
    Pair,
    PairFacet,
    RecordCount,
)
from timeline.models.revision import Coverage, Revision
from timeline.models.seal import Seal
from timeline.models.search import FailedSearch, SearchWord
from timeline.models.source import Citation, Source
from timeline.models.statement import Attribution, Claim, Statement

__all__ = [
    "Attribution",
    "Citation",
    "Claim",
    "Country",
    "CountryFacet",
    "CountryName",
    "Coverage",
    "Delivery",
    "DirectoryVersion",
    "Event",
    "EventCountry",
    "EventEntry",
    "EventLink",
    "EventPair",
    "EventPairKey",
    "EventRow",
    "EventTopic",
    "Facet",
    "FailedSearch",
    "Follow",
    "FollowRequest",
    "Follower",
    "Frequency",
    "Leader",
    "LeaderMet",
    "LeaderName",
    "LeaderSaid",
    "LeaderTotal",
    "Modality",
    "Office",
    "Pair",
    "PairFacet",
    "Participation",
    "RecordCount",
    "Revision",
    "Seal",
    "SearchWord",
    "Source",
    "Statement",
    "Succession",
    "Tenure",
    "Thread",
    "ThreadEvent",
]
