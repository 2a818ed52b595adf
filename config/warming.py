"""Do before the first visitor what would otherwise be done while they wait."""

import contextlib
import gc

import structlog
from django.conf import settings
from django.db import DatabaseError, connection
from django.template import TemplateSyntaxError
from django.template.loader import get_template
from django.urls import reverse
from django.utils import translation

from config.languages import remember_words

OBJECTS_BEFORE_COLLECTING = 10_000

logger = structlog.get_logger(__name__)


def warm_up() -> None:
    """Read all addresses, templates and translations, and open a connection to the database if it answers.

    Left to the first visitors of a process it takes them half a second, and all the longer where several come at once.
    """
    remember_words()
    for language, _ in settings.LANGUAGES:
        with translation.override(language):
            reverse("timeline:home")
    for folder in settings.TEMPLATES[0]["DIRS"]:
        for path in sorted(folder.rglob("*.html")):
            with contextlib.suppress(TemplateSyntaxError):
                get_template(path.relative_to(folder).as_posix())
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        logger.warning("started_without_database")
    finally:
        connection.close()
    # What is here now stays as long as the process: whoever looks for what is no longer needed need not look at it.
    gc.collect()
    gc.freeze()
    # A page makes some thousands of objects, nearly none in circles: by Python's own numbers each is looked at twice.
    gc.set_threshold(OBJECTS_BEFORE_COLLECTING)
