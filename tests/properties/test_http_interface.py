"""schemathesis over every address of the HTTP interface: no 5xx, no status and no shape that it does not describe.

CARRYWELL_HTTP_CASES=200 asks more, and then every boundary that a shape has as well: some four thousand requests.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
import schemathesis
from django.test import override_settings
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    ignored_auth,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from carrywell.web.api.keys import ApiSettings, hashed
from carrywell.web.api.openapi import document
from carrywell.web.api.operations import api
from carrywell.web.api.throttle import PerKey
from carrywell.web.wsgi import application

KEY = "the key of a test"
FEW = 8
CASES = int(os.environ.get("CARRYWELL_HTTP_CASES", FEW))
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    negative_data_rejection,
    unsupported_method,
    ignored_auth,
]

schema = schemathesis.openapi.from_dict(document(api.get_openapi_schema(path_prefix="/api/v1/")))
schema.app = application
schema.config.phases.coverage.enabled = CASES > FEW


@pytest.fixture(autouse=True)
def _with_a_key(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """And as many requests as it likes: with a limit it would only see that."""
    monkeypatch.setattr(PerKey, "allow_request", lambda self, request: True)
    with override_settings(API=ApiSettings({hashed(KEY): "test"}), ALLOWED_HOSTS=["*"]):
        yield


@schema.parametrize()
@settings(
    max_examples=CASES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_nothing_but_what_is_described(case: schemathesis.Case) -> None:
    case.call_and_validate(headers={"Authorization": f"Bearer {KEY}", "Accept-Encoding": "identity"}, checks=CHECKS)
