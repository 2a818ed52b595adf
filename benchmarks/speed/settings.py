"""The settings of the site, with the pages that it is compared with beside its own."""

from config.settings import *  # noqa: F403 - everything else is as it is

ROOT_URLCONF = "benchmarks.speed.urls"
