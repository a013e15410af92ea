import { loadPyodide } from 'pyodide';
import { installApis, restoreApis } from '../src/sandbox/repl/apis-source.ts';
import { answerCall } from '../src/sandbox/repl/answer-call.ts';
import type { ActionRun, ActionRunner } from '../src/sandbox/evaluation/run-episode.ts';
import { observationOf } from '../src/sandbox/repl/observation.ts';
import type { World } from '../src/sandbox/world/world.ts';

const hostSource = `
import sys, types, json
_m = types.ModuleType("host")
def _call(name, argument=None):
    return json.loads(_answer_call(json.dumps(argument)))
_m.call = _call
sys.modules["host"] = _m
`;

const runSource = `
import io, contextlib, traceback, json
def _run_action(code):
    out, error = io.StringIO(), None
    with contextlib.redirect_stdout(out):
        try:
            exec(compile(code, "<action>", "exec"), _space)
        except BaseException as caught:
            error = "".join(traceback.format_exception_only(caught))
    return json.dumps([out.getvalue(), error])
`;

/** Pyodide in Node, for making trajectories and for rollouts: the same Python and the same world, without a page. */
export async function openNodeRepl(): Promise<ActionRunner & { use: (world: World) => void }> {
  const python = await loadPyodide();
  let world: World | null = null;
  python.globals.set('_answer_call', (json: string) => (world === null ? '{}' : answerCall(world, json)));
  python.runPython(hostSource);
  python.runPython(installApis);
  python.runPython(runSource);
  const fresh = () => {
    python.runPython('_space = {"__name__": "__main__"}');
  };
  return {
    use: (next) => {
      world = next;
      fresh();
    },
    run: (action): Promise<ActionRun> => {
      python.runPython(`exec(${JSON.stringify(restoreApis)}, _space)`);
      python.globals.set('_code', action);
      const [stdout, error] = JSON.parse(String(python.runPython('_run_action(_code)'))) as [string, string | null];
      return Promise.resolve({ observation: observationOf(stdout, error), error: error !== null });
    },
  };
}
