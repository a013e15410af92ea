/**
 * npm test: types, lint, format, unit tests, the build, browser tests and the trainer's quick tests, in that order. Ends
 * with a line `N passed, N failed`. `npm run test:long` (`--long`) runs the random tests at full size.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { trainingPython } from './training-python.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const long = process.argv.includes('--long');
const env = { ...process.env, FORCE_COLOR: '0', ...(long ? { ERRAND_LONG: '1' } : {}) };

type Tally = { passed: number; failed: number; skipped: number };
const total: Tally = { passed: 0, failed: 0, skipped: 0 };

step('format', () => whole('npx', ['prettier', '--check', '--log-level', 'warn', '.']));
step('lint', () => whole('npx', ['eslint', '.']));
step('types', () => whole('npm', ['run', '--silent', 'types']));
step('unit tests', unitTests);
step('build', () => whole('npm', ['run', '--silent', 'build']));
step('browser tests', browserTests);
step('training tests', trainingTests);

const skipped = total.skipped > 0 ? `, ${String(total.skipped)} skipped` : '';
process.stdout.write(`${String(total.passed)} passed, ${String(total.failed)} failed${skipped}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;

function step(name: string, run: () => Tally): void {
  const startedAt = Date.now();
  process.stdout.write(`\n== ${name}\n`);
  const tally = run();
  total.passed += tally.passed;
  total.failed += tally.failed;
  total.skipped += tally.skipped;
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
  process.stdout.write(`== ${name}: ${String(tally.passed)} passed, ${String(tally.failed)} failed (${seconds} s)\n`);
}

function run(command: string, args: readonly string[]): boolean {
  return (
    spawnSync(command, args, { cwd: root, env, stdio: 'inherit', shell: process.platform === 'win32' }).status === 0
  );
}

/** A step that counts as one. */
function whole(command: string, args: readonly string[]): Tally {
  return run(command, args) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** A runner that exits badly without a failed test has failed all the same. */
function atLeastOneFailure(tally: Tally, ok: boolean): Tally {
  return ok || tally.failed > 0 ? tally : { ...tally, failed: 1 };
}

function unitTests(): Tally {
  const report = `${root}test-results/unit.json`;
  const ok = run('npx', ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]);
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
  };
  return atLeastOneFailure({ passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests }, ok);
}

function browserTests(): Tally {
  const report = `${root}test-results/e2e.json`;
  const ok = run('npx', ['playwright', 'test']);
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { stats } = JSON.parse(readFileSync(report, 'utf8')) as {
    stats: { expected: number; flaky: number; unexpected: number; skipped: number };
  };
  return atLeastOneFailure(
    { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped },
    ok,
  );
}

/** The scripts that train are tried on a few rows, where Python and torch are there or may be installed. */
function trainingTests(): Tally {
  const python = trainingPython();
  if (python === null) {
    process.stdout.write(
      'Skipped: no Python with training/requirements.txt (CI installs it; see training/README.md).\n',
    );
    return { passed: 0, failed: 0, skipped: 1 };
  }
  const result = spawnSync(python, ['-m', 'unittest', 'discover', '-s', 'training', '-t', '.', '-p', 'test_*.py'], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  process.stdout.write(result.stderr);
  const ran = Number(/Ran (\d+) test/.exec(result.stderr)?.[1] ?? 0);
  const count = (name: string) => Number(new RegExp(`${name}=(\\d+)`).exec(result.stderr)?.[1] ?? 0);
  const failed = count('failures') + count('errors');
  const skippedTests = count('skipped');
  return atLeastOneFailure(
    { passed: ran - failed - skippedTests, failed, skipped: skippedTests },
    result.status === 0 && ran > 0,
  );
}
