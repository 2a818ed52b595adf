"""The settings of the site, with what would make tests slow or leave traces replaced."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

if "BILATERAL_HOME" not in os.environ:
    _home = tempfile.mkdtemp(prefix="bilateral-tests-")
    os.environ["BILATERAL_HOME"] = _home
    atexit.register(shutil.rmtree, _home, ignore_errors=True)

from config.settings import *  # noqa: F403 - the variable above must be set first

BASE_DIR = Path(__file__).resolve().parents[1]
TAG_AUTHORITY = "testserver"
SITE_ADDRESS = "http://testserver"
SENDS_MAIL = True
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost", "[::1]"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
# A test begins with an empty record, and numbers of pairs and versions may come again.
PAGE_MEMORY_BYTES = 0
# Tests make large records in one transaction, and work on them while it stands open.
for _database in DATABASES.values():
    _database["OPTIONS"]["options"] += " -c idle_in_transaction_session_timeout=120s"
