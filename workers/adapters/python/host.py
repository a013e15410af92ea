"""The page, as Python sees it: named functions that are answered outside the worker."""

import json as _json

import _errand_host


class HostError(Exception):
    """The page refused the call, or there is nobody to answer it."""


def call(name, argument=None):
    """Calls a function of the page by name. The argument and the answer are anything that JSON can say."""
    answered, text = _json.loads(_errand_host.call(str(name), _json.dumps(argument)))
    if not answered:
        raise HostError(text)
    return _json.loads(text)
