"""What a reader without an account may see and change: only what a signed address of a mail names."""

from django.core.signing import BadSignature, Signer

from timeline.models import Follower, FollowRequest

_OF_REQUEST, _OF_FOLLOWER = Signer(salt="timeline.follow.confirm"), Signer(salt="timeline.follow.mine")


def token_of_request(request: FollowRequest) -> str:
    """Return what stands in the address that confirms a wish to follow."""
    return _OF_REQUEST.sign(str(request.pk))


def token_of_follower(follower: Follower) -> str:
    """Return what stands in the address under which all that is followed can be changed; it never ends."""
    return _OF_FOLLOWER.sign(str(follower.pk))


def request_for_confirming(token: str) -> FollowRequest | None:
    """Return the wish that a token confirms, be it old or used; None where it has been forgotten (1 query).

    Raise ``LookupError`` for what we never signed.
    """
    return FollowRequest.objects.filter(pk=_number(_OF_REQUEST, token)).first()


def follower_for_changing(token: str) -> Follower | None:
    """Return whose follows a token opens; None where the address was forgotten (1 query).

    Raise ``LookupError`` for what we never signed.
    """
    return Follower.objects.filter(pk=_number(_OF_FOLLOWER, token)).first()


def _number(signer: Signer, token: str) -> int:
    try:
        return int(signer.unsign(token))
    except (BadSignature, ValueError) as error:
        raise LookupError("no such token") from error
