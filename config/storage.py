"""Static files under names that carry a hash of what they hold, compressed once."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticStorage(CompressedManifestStaticFilesStorage):
    """Follow the imports of JavaScript modules too, so that a module and what it imports change together."""

    support_js_module_import_aggregation = True
