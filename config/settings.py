"""The settings of every environment: each difference is an environment variable, described in docs/operating.md."""

from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from config import compiled, env, keys, logs
from config.connections import KeptConnection
from config.postgres import DATABASE_NAME, DATABASE_ROLE, Cluster

BASE_DIR = Path(__file__).resolve().parents[1]

# --- What the environment says ---------------------------------------------------------------------------------------

VAR_DIR = env.folder("BILATERAL_HOME", BASE_DIR / "var")
# What this instance calls countries itself: countries.csv, where there is one.
OWN_NAMES_DIR = VAR_DIR / "names"
DEBUG = env.boolean("BILATERAL_DEBUG")
HTTPS = env.boolean("BILATERAL_HTTPS")
ALLOWED_HOSTS = env.names("BILATERAL_HOSTS", ["127.0.0.1", "localhost", "[::1]"])
# In the names of the entries of feeds, which must never change: a site that moves keeps its first host here.
TAG_AUTHORITY = env.text("BILATERAL_TAG_AUTHORITY") or ALLOWED_HOSTS[0]
# Under which terms the record may be used, as its data and the page about it say: such as "CC BY 4.0".
DATA_LICENCE = env.text("BILATERAL_DATA_LICENCE")
# Where readers report errors: a page, or an address of mail.
CONTACT = env.contact("BILATERAL_CONTACT")
SECRET_KEY = env.text("BILATERAL_SECRET_KEY") or keys.read_or_make(VAR_DIR / "secret-key")
# "web" has a pool and short limits; "jobs" are the worker and every command.
PROCESS = env.choice("BILATERAL_PROCESS", "jobs", ("web", "jobs"))
LOG_LEVEL = env.choice("BILATERAL_LOG_LEVEL", "INFO", ("DEBUG", "INFO", "WARNING", "ERROR"))

if len(SECRET_KEY) < 50:
    raise env.BadSetting("BILATERAL_SECRET_KEY is too short: it must have at least 50 characters.")
if DEBUG and not set(ALLOWED_HOSTS) <= {"127.0.0.1", "localhost", "[::1]", "testserver"}:
    raise env.BadSetting("BILATERAL_DEBUG is on, so BILATERAL_HOSTS may name this machine only (127.0.0.1, localhost).")

# The reading engine is imported after this: compiled where `compile_reading` has compiled just these sources.
READING_IS_COMPILED = compiled.use(BASE_DIR, VAR_DIR)

# --- What runs -------------------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "config",
    "newsroom",
    "timeline",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_filters",
    "csp",
    "procrastinate.contrib.django",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    # Outermost, so that no answer leaves without its headers, not even a refused one or a file.
    "config.headers.HeadersMiddleware",
    "config.headers.PolicyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "config.languages.LanguageMiddleware",
    "config.malformed.MalformedInputMiddleware",
    "config.replicas.ReplicaMiddleware",
    # What is kept is whole and compressed already: those that follow have nothing to add to it.
    "timeline.views.kept.KeptPagesMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "config.private.PrivateSessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "config.private.PrivateAuthenticationMiddleware",
    "config.private.PrivateMessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.headers.policy",
                "timeline.views.kept.day_of_page",
            ],
            # In place of Django's tags for words and addresses: these look nothing up twice.
            "libraries": {"i18n": "timeline.templatetags.known"},
            "builtins": ["timeline.templatetags.known"],
        },
    }
]

# --- The database ----------------------------------------------------------------------------------------------------

EMBEDDED_DATABASE = Cluster(VAR_DIR / "postgres")
IS_EMBEDDED = not env.text("DATABASE_URL")
STATEMENT_SECONDS = {"web": 5, "jobs": 60}[PROCESS]

_address = env.database("DATABASE_URL") or {
    "NAME": DATABASE_NAME,
    "USER": DATABASE_ROLE,
    "PASSWORD": "",
    "HOST": str(EMBEDDED_DATABASE.socket_folder),
    "PORT": "",
}
# Reading pages may read from these; only web processes do.
_replicas = env.databases("DATABASE_REPLICA_URLS") if PROCESS == "web" else []
REPLICAS = [f"replica-{number}" for number, _ in enumerate(_replicas, start=1)]
REPLICA_LAG_SECONDS = env.whole_number("BILATERAL_REPLICA_LAG", 5, lowest=1, highest=3600)


def _database(address: dict[str, str], wait_seconds: float) -> dict[str, Any]:
    """Return Django's settings of one server; wait_seconds is how long a request waits for a connection."""
    options: dict[str, Any] = {
        "connect_timeout": 3,
        "application_name": f"bilateral-{PROCESS}",
        "options": f"-c statement_timeout={STATEMENT_SECONDS}s -c lock_timeout=2s"
        " -c idle_in_transaction_session_timeout=10s"
        # Each core has a visitor of its own, and a search that reads slices in turn needs them in order.
        " -c max_parallel_workers_per_gather=0",
        **{key: value for key, value in address.items() if key.islower()},
    }
    if PROCESS == "web":
        # One connection for each of granian's blocking threads; a request that finds none in time gets a 503.
        options["pool"] = {
            "min_size": 1,
            "max_size": env.whole_number("BILATERAL_POOL_SIZE", 6, lowest=1, highest=100),
            "timeout": wait_seconds,
            # A server that is back is tried while a request waits for it: after a failure the pool pauses up to this.
            "reconnect_timeout": wait_seconds / 2,
            "connection_class": KeptConnection,
        }
        # Values travel beside the statements, which the server then need not read and plan anew each time.
        options |= {"server_side_binding": True, "prepare_threshold": 2}
    return {
        "ENGINE": "django.db.backends.postgresql",
        **{key: value for key, value in address.items() if key.isupper()},
        # The pool keeps connections, so Django must not; with health checks the pool tests each before it lends it.
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


DATABASES: dict[str, dict[str, Any]] = {"default": _database(_address, 3)}
DATABASES |= {alias: _database(address, 1) for alias, address in zip(REPLICAS, _replicas, strict=True)}
DATABASE_ROUTERS = ["config.replicas.Router"] if REPLICAS else []

# Shared by the web processes, so that limits on guessing count once and not once a process.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": VAR_DIR / "cache"},
}

# Whole pages that each web process keeps, and finds again while the record behind them is unchanged; 0 keeps none.
PAGE_MEMORY_BYTES = env.whole_number("BILATERAL_PAGE_MEMORY_MB", 32, highest=4096) * 2**20

# --- Language and time -----------------------------------------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("es", _("Spanish"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# --- Files -----------------------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "config.storage.HashedStaticStorage"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False
MEDIA_ROOT = VAR_DIR / "media"
FILE_UPLOAD_PERMISSIONS = 0o600
# An article's text may have 2 MB; as a form's body it grows a little. More is refused before it is read.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000

# --- Safety ----------------------------------------------------------------------------------------------------------

CDN_SECONDS = env.whole_number("BILATERAL_CDN_SECONDS", 0, highest=86_400)
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz)$"]  # Asked from inside, where nothing speaks https.
SECURE_HSTS_SECONDS = env.whole_number("BILATERAL_HSTS_SECONDS", 31_536_000) if HTTPS else 0
# Whether sub-domains of the address are served over https, and whether it belongs on the browsers' own list, is for
# the owner of the domain to say, not for this program.
# W003: the tags of translations stand in the place of Django's on purpose.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021", "templates.W003"]
TRUSTED_PROXIES = env.whole_number("BILATERAL_TRUSTED_PROXIES", 0, highest=5)
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_SAVE_EVERY_REQUEST = True
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "config.errors.csrf_failure"
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if HTTPS else []
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# --- Accounts --------------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "newsroom.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/newsroom/"
ACCOUNT_ADAPTER = "config.accounts.StaffAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # Accounts are made by an administrator, who knows the address.
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
# Who follows by mail has no account, but guesses addresses as well.
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "20/h/ip,5/15m/key", "follow": "20/h/ip"}
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Bilateral"
# Browsers treat this machine as safe without https; elsewhere a passkey needs https.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS

# --- Mail, jobs, logs ------------------------------------------------------------------------------------------------

DEFAULT_FROM_EMAIL = env.text("BILATERAL_MAIL_FROM", "bilateral@localhost")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
EMAIL_SUBJECT_PREFIX = ""
EMAIL_TIMEOUT = 10
# What mails call the site, for they are written where nobody asks for a page.
SITE_ADDRESS = env.site("BILATERAL_ADDRESS", f"{'https' if HTTPS else 'http'}://{ALLOWED_HOSTS[0]}")
# By whose clock a day or a week ends that a mail tells of.
MAIL_ZONE = env.time_zone("BILATERAL_MAIL_ZONE", TIME_ZONE)
# Without a server the form to follow says that this site sends no mail.
SENDS_MAIL = bool(env.text("BILATERAL_SMTP_HOST"))
if EMAIL_HOST := env.text("BILATERAL_SMTP_HOST"):
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_PORT = env.whole_number("BILATERAL_SMTP_PORT", 587, lowest=1, highest=65535)
    EMAIL_HOST_USER = env.text("BILATERAL_SMTP_USER")
    EMAIL_HOST_PASSWORD = env.text("BILATERAL_SMTP_PASSWORD")
    EMAIL_USE_TLS = env.boolean("BILATERAL_SMTP_TLS", True)
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = VAR_DIR / "mail"

LOGGING = logs.configuration(LOG_LEVEL)
