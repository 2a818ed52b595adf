"""What the web server runs."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
# Before the settings are read: they give the web processes a pool and short limits.
os.environ.setdefault("BILATERAL_PROCESS", "web")

application = get_wsgi_application()

# The settings are read now.
from config.warming import warm_up  # noqa: E402

warm_up()
