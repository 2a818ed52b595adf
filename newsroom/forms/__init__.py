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
from newsroom.forms.events import (
    CorrectionForm,
    MergeForm,
    StatementCorrectionForm,
    correction_form_of,
    event_number,
    merge_form_of,
    statement_correction_form_of,
)
from newsroom.forms.passages import PassagesForm, passages_form_of

__all__ = [
    "AddDraftForm",
    "ArticleForm",
    "CorrectionForm",
    "EventForm",
    "MergeForm",
    "ParticipantForms",
    "PassageForm",
    "PassagesForm",
    "PasteForm",
    "SecondSourceForm",
    "StatementCorrectionForm",
    "StatementForm",
    "VersionForm",
    "WithdrawalForm",
    "content_of",
    "correction_form_of",
    "event_number",
    "form_of",
    "merge_form_of",
    "participant_forms_of",
    "passage_form_of",
    "passages_form_of",
    "statement_correction_form_of",
]
