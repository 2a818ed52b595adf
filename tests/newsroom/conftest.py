"""The cast of the record and the people of the newsroom."""

import pytest
from django.test import Client

from newsroom.models import User
from tests.cast import make_cast
from tests.newsroom.story import people


@pytest.fixture
def newsroom(db: None) -> tuple[User, User, User]:
    """Return editor Ana, publisher Ben and contributor Chao; the cast is in the record."""
    make_cast()
    return people()


@pytest.fixture
def ana(newsroom: tuple[User, User, User]) -> User:
    """Return the editor."""
    return newsroom[0]


@pytest.fixture
def ben(newsroom: tuple[User, User, User]) -> User:
    """Return the publisher."""
    return newsroom[1]


@pytest.fixture
def chao(newsroom: tuple[User, User, User]) -> User:
    """Return the contributor."""
    return newsroom[2]


@pytest.fixture
def desk(client: Client, ben: User) -> Client:
    """Return a browser in which the publisher is logged in."""
    client.force_login(ben)
    return client
