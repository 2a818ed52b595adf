"""The shapes of the newsroom's input."""

from newsroom.forms.articles import AddDraftForm, ArticleForm, PasteForm, SecondSourceForm, VersionForm, WithdrawalForm
from newsroom.forms.drafts import (
    EventForm,
    ParticipantForms,
    PassageForm,
    StatementForm,
    content_of,
    form_of,
    participant_forms_of,
    passage_form_of,
)

__all__ = [
    "AddDraftForm",
    "ArticleForm",
    "EventForm",
    "ParticipantForms",
    "PassageForm",
    "PasteForm",
    "SecondSourceForm",
    "StatementForm",
    "VersionForm",
    "WithdrawalForm",
    "content_of",
    "form_of",
    "participant_forms_of",
    "passage_form_of",
]
