"""How an account is found again by its session: together with its diary, in one question to the database."""

from __future__ import annotations

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from carrywell.web.diary.statements import user_with_woman


class Accounts(AuthenticationBackend):
    def get_user(self, user_id: Any) -> Any | None:
        """None for an account that is gone or shut."""
        user = user_with_woman(user_id)
        return user if user is not None and self.user_can_authenticate(user) else None
