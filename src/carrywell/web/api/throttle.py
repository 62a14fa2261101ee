"""So many requests of one key in a time, counted in the memory of each process.

A limit over several processes or machines belongs to the proxy before them. What is counted is a hash of the key's
name, or of an address where no key is needed; nothing else of a request is kept.
"""

from __future__ import annotations

from django.core.cache.backends.locmem import LocMemCache
from ninja.throttling import AuthRateThrottle


class PerKey(AuthRateThrottle):
    cache = LocMemCache("carrywell-api", {"OPTIONS": {"MAX_ENTRIES": 1000}})
