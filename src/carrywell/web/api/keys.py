"""Keys of systems. The server knows each by its name and its SHA-256, never the key itself.

A key is drawn at random (256 bits), so that a plain hash is enough: there is nothing to guess as in a password. Without
any key the interface answers nobody: an address that counts as local may be a proxy with the whole world behind it.

`python -m carrywell.web.api.keys NAME` draws one.
"""

from __future__ import annotations

import hmac
import re
import secrets
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

_LINE = re.compile(r"([A-Za-z0-9][A-Za-z0-9_.-]{0,39}) ([0-9a-f]{64})")
_RATE = re.compile(r"[1-9]\d{0,3}/(?:s|m|h)")


class WrongKeysError(ValueError):
    """The keys or the rate are not written as they must be; the server does not start with them."""


@dataclass(frozen=True, slots=True)
class ApiSettings:
    """`keys`: the name of each system by the hash of its key. `rate`: requests of one key, `600/m`."""

    keys: Mapping[str, str] = field(default_factory=dict, repr=False)
    rate: str = "600/m"

    def who_has(self, key: str) -> str | None:
        """The name of the system whose key it is. Each is compared, so that the time taken says nothing."""
        digest = hashed(key)
        found = [name for known, name in self.keys.items() if hmac.compare_digest(known, digest)]
        return found[0] if found else None


def api_settings(keys: str, file: str, rate: str) -> ApiSettings:
    """`keys`: `name hash` pairs with commas between; `file`: the path of a file with a pair a line. WrongKeysError."""
    lines = [*keys.split(","), *(_lines_of(file) if file else [])]
    if not _RATE.fullmatch(rate):
        raise WrongKeysError(
            f"the rate of the HTTP interface: found {rate!r}; allowed: 1 to 9999 and s, m or h, as 600/m"
        )
    read = [_pair(line.strip()) for line in lines if line.strip() and not line.strip().startswith("#")]
    names = [name for name, _ in read]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise WrongKeysError(f"the name {twice[0]} stands twice among the keys; allowed is once")
    return ApiSettings({digest: name for name, digest in read}, rate)


def hashed(key: str) -> str:
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


def new_key() -> str:
    return secrets.token_urlsafe(32)


def _lines_of(file: str) -> list[str]:
    try:
        return Path(file).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise WrongKeysError(f"{file}: the keys cannot be read: {type(error).__name__}") from error


def _pair(line: str) -> tuple[str, str]:
    """What is wrong is not quoted: it may be a key that somebody pasted in place of its hash."""
    found = _LINE.fullmatch(line)
    if found is None:
        raise WrongKeysError("a line of the keys is not `name hash`; python -m carrywell.web.api.keys NAME writes one")
    return found[1], found[2]


def main(arguments: list[str]) -> int:
    if len(arguments) != 1 or not _LINE.fullmatch(f"{arguments[0]} {'0' * 64}"):
        print("one name is needed: letters, digits, and _ . - between them", file=sys.stderr)
        return 2
    key = new_key()
    print(f"The key, for {arguments[0]} alone; it is shown this once:\n  {key}")
    print(f"The line for the server:\n  {arguments[0]} {hashed(key)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
