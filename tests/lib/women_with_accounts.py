"""A woman of each language with an account, a passkey and a full diary: made where the site runs, for the walk over
every page.
"""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

PASSWORD = "seven warm stones by the river"  # of every woman here, in tests only


def who_signs_in(language: str) -> str:
    """The name of the woman of this language who has a passkey, and no diary yet."""
    return f"signs-in-{language}".lower()


def a_woman(language: str) -> str:
    """Two women: one to sign in, and one with a diary in which the pain climbs. Gives the session of the second."""
    from django.conf import settings

    from carrywell.web.clock import now, today
    from carrywell.web.diary.store import DaySaid, save_day
    from tests.lib.diaries import account, full, signed_in
    from tests.lib.mailbox import confirmed

    _has_a_passkey(account(who_signs_in(language), PASSWORD))
    user = confirmed(account(f"reads-{language}".lower(), PASSWORD), f"reads-{language}@b.cd".lower())
    _has_a_passkey(user)
    woman = full(user)
    for before, pain in enumerate((8, 6, 5)):
        save_day(woman, today() - timedelta(days=before), DaySaid(pain, pain, ("low_back",), (), ""), now())
    client = signed_in(user)
    session = client.session
    lately = {"method": "password", "at": time.time() + 3600, "username": user.username, "reauthenticated": True}
    session["account_authentication_methods"] = [lately]
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def _has_a_passkey(user: Any) -> None:
    """With the codes for a lost phone."""
    from allauth.mfa.models import Authenticator
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    key = {"name": "my phone", "credential": _credential()}
    Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data=key)
    RecoveryCodes.activate(user)


def _credential() -> dict[str, Any]:
    """What a browser sends when it has made a key; nobody can sign in with this one."""
    from fido2.cose import ES256
    from fido2.utils import websafe_encode
    from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

    flags, id_ = AuthenticatorData.FLAG, b"my phone"
    key = ES256({1: 2, 3: -7, -1: 1, -2: bytes(32), -3: bytes(32)})
    made = AttestedCredentialData.create(bytes(16), id_, key)
    data = AuthenticatorData.create(bytes(32), flags.UP | flags.UV | flags.AT, 0, made)
    response = {
        "clientDataJSON": websafe_encode(CollectedClientData.create("webauthn.create", b"asked", "http://localhost")),
        "attestationObject": websafe_encode(AttestationObject.create("none", data, {})),
    }
    return {"id": websafe_encode(id_), "rawId": websafe_encode(id_), "type": "public-key", "response": response}
