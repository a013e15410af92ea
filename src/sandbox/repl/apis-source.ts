/**
 * The Python side of the world: `apis.<app>.<call>(…)` as an object that holds nothing. Every call goes out of the worker
 * through `host.call`; whatever an action does to this object, the world is on the other side.
 */
export const apisSource = `
import host as _host
from datetime import date, timedelta


class ApiError(Exception):
    """A call that the world refused; it has changed nothing."""


ApiError.__module__ = "builtins"


class _Call:
    def __init__(self, app, name):
        self._app, self._name = app, name

    def __call__(self, *args, **kwargs):
        if args:
            raise ApiError(f"invalid_arguments: {self._app}.{self._name} takes its arguments by name only.")
        try:
            answer = _host.call("api", {"app": self._app, "call": self._name, "args": kwargs})
        except (TypeError, ValueError) as error:
            raise ApiError(f"invalid_arguments: an argument is no plain value ({error}).") from None
        if not answer["ok"]:
            raise ApiError(f"{answer['code']}: {answer['message']}")
        return answer["value"]


class _App:
    def __init__(self, name):
        self._name = name

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return _Call(self._name, name)


class _Apis:
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return _App(name)


apis = _Apis()
`;

/** Makes the module, or makes it anew. */
export const installApis = `
import sys, types
_module = types.ModuleType("errand_apis")
exec(compile(${JSON.stringify(apisSource)}, "<apis>", "exec"), _module.__dict__)
sys.modules["errand_apis"] = _module
del _module
`;

/** Before every action, so that an action that redefined \`apis\` has spoilt it for itself only. */
export const restoreApis = 'from errand_apis import apis, date, timedelta';
