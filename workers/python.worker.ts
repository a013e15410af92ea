import { expose } from 'comlink';
import type { PythonApi } from '../src/protocol/python-api.ts';
import { lockGlobals } from './adapters/python/lock-globals.ts';
import { PythonHost } from './adapters/pyodide.ts';

// The line to the page is kept by comlink alone; the scope itself loses it before any Python runs.
const line = {
  addEventListener: self.addEventListener.bind(self),
  removeEventListener: self.removeEventListener.bind(self),
  postMessage: self.postMessage.bind(self),
};
expose(new PythonHost({ lock: lockGlobals }) satisfies PythonApi, line);
