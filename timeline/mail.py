"""The mails of following: what they say, and what a server answered to them."""

import smtplib
from enum import Enum
from typing import Any

import structlog
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template import Context
from django.template.loader import get_template
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.access import token_of_follower, token_of_request
from timeline.models import Delivery, Follower, FollowRequest
from timeline.outputs.following import Digest, FollowedList

log = structlog.get_logger(__name__)
LONGEST_SUBJECT = 150
REFUSED = range(500, 600)


class Answer(Enum):
    """What became of a mail: taken, put off or refused by its address; or the server itself does not work."""

    TAKEN = "taken"
    LATER = "later"
    REFUSED = "refused"
    DOWN = "down"


def confirmation_mail(request: FollowRequest, listed: FollowedList) -> EmailMultiAlternatives:
    """Return the mail that asks whether a list shall be followed; in the language that is on."""
    context = {"listed": listed, "frequency": request.frequency, "site": settings.SITE_ADDRESS}
    context["confirm"] = _link("timeline:follow_confirm", token_of_request(request))
    subject = _("Please confirm: follow %(title)s") % {"title": listed.title}
    return _mail("confirm", subject, request.address, request.message_id, context)


def digest_mail(delivery: Delivery, digest: Digest, *, is_late: bool) -> EmailMultiAlternatives:
    """Return the mail of a period; in the language that is on."""
    follower = delivery.follower
    stop, mine = links_of(follower)
    context = {
        "digest": digest, "delivery": delivery, "is_late": is_late, "stop": stop, "mine": mine,
        "site": settings.SITE_ADDRESS, "due_on": delivery.due_at.astimezone(settings.MAIL_ZONE).date(),
        "covered": f"{settings.SITE_ADDRESS}{reverse('timeline:about')}#coverage",
    }  # fmt: skip
    mail = _mail("digest", _subject(digest), follower.address, delivery.message_id, context)
    # RFC 8058: programs for mail stop it with one POST, which needs no cookie.
    mail.extra_headers["List-Unsubscribe"] = f"<{stop}>"
    mail.extra_headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail.extra_headers["List-Id"] = f"Bilateral <follow.{settings.TAG_AUTHORITY}>"
    return mail


def links_of(follower: Follower) -> tuple[str, str]:
    """Return where all mails are stopped, and where each follow is changed."""
    token = token_of_follower(follower)
    return _link("timeline:follow_stop", token), _link("timeline:follow_mine", token)


def send(mail: EmailMultiAlternatives) -> Answer:
    """Hand a mail to the server; what it says of the site and not of the address may be tried again."""
    try:
        mail.send()
    except smtplib.SMTPRecipientsRefused as error:
        codes = [code for code, _ in error.recipients.values()]
        return Answer.REFUSED if codes and all(code in REFUSED for code in codes) else Answer.LATER
    except smtplib.SMTPDataError as error:
        return Answer.REFUSED if error.smtp_code in REFUSED else Answer.LATER
    except (smtplib.SMTPException, OSError) as error:
        log.warning("mail_server_failed", reason=type(error).__name__)
        return Answer.DOWN
    return Answer.TAKEN


def _subject(digest: Digest) -> str:
    titles = dict.fromkeys(reason for line in digest.lines for reason in line.reasons)
    number = len(digest.lines) + len(digest.gone)
    new = ngettext("%(n)s new entry", "%(n)s new entries", number) % {"n": number}
    if not digest.has_news:
        titles, new = dict.fromkeys(digest.quiet), _("nothing new")
    elif not digest.fresh:
        new = _("corrections")
    name = next(iter(titles), None) or digest.follows[0].title
    if len(titles) > 1:
        name = _("%(name)s and other lists") % {"name": name}
    return f"{name}: {new}"


def _mail(name: str, subject: str, address: str, message_id: str, context: dict[str, Any]) -> EmailMultiAlternatives:
    subject = " ".join(subject.split())
    if len(subject) > LONGEST_SUBJECT:
        subject = f"{subject[: LONGEST_SUBJECT - 1]}…"
    # Django's own rules for text that is no markup.
    text = get_template(f"email/{name}.txt").template.render(Context(context, autoescape=False))  # type: ignore[attr-defined]
    html = get_template(f"email/{name}.html").render({**context, "subject": subject})
    headers = {"Message-ID": message_id, "Auto-Submitted": "auto-generated"}
    mail = EmailMultiAlternatives(subject, text, to=[address], headers=headers)
    mail.attach_alternative(html, "text/html")
    return mail


def _link(route: str, token: str) -> str:
    return settings.SITE_ADDRESS + reverse(route, args=[token])
