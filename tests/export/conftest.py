"""Stores about invented people, made once."""

from __future__ import annotations

import pytest

from kg.export.rows import Tables
from kg.store.local import LocalStore
from tests.export.invented import invented
from tests.export.triples import store_of


@pytest.fixture(scope="session")
def tables() -> Tables:
    return invented(14)


@pytest.fixture(scope="session")
def store(tables: Tables) -> LocalStore:
    return store_of(tables)


@pytest.fixture(scope="session")
def large() -> LocalStore:
    return store_of(invented(420))
