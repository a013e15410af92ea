import type { Page } from '@playwright/test';
import type { SandboxAutomation } from '../src/automation/sandbox-scores.ts';
import { generateScenario } from '../src/sandbox/scenarios/generate-scenario.ts';
import { expect, test } from './built-app.ts';

/** Actions that mean harm, or are plainly wrong: each comes back as a clear observation, and the world stays as it was. */
const scenario = generateScenario({ seed: 11, split: 'dev', intent: 'send_money', difficulty: 1 });
const stillWorks = 'print(apis.supervisor.show_date()["date"])';

test.setTimeout(600_000);

async function act(page: Page, actions: readonly string[]) {
  return page.evaluate(([given, code]) => globalThis.errandSandbox.act(given, code), [scenario, actions] as const);
}

test('hostile actions spoil nothing but themselves', async ({ page, server }) => {
  await page.goto(`${server.url}#automation`);
  await page.waitForFunction(() => 'errandSandbox' in globalThis);
  const started = await page.evaluate(() => globalThis.errandSandbox.start('oracle', false));
  expect(started).toMatchObject({ ok: true });

  await test.step('an endless loop is ended, and the page answers meanwhile', async () => {
    const ended: string[] = [];
    const acting = act(page, ['while True:\n    pass', stillWorks]).then((done) => {
      ended.push('loop');
      return done;
    });
    // Asked after the loop began, answered before it is ended.
    expect(await page.evaluate(() => 6 * 7)).toBe(42);
    expect(ended).toEqual([]);
    const { runs, diff } = await acting;
    expect(runs[0]).toMatchObject({ error: true });
    expect(runs[0]?.observation).toMatch(/did not end within/);
    expect(runs[1]).toMatchObject({ error: false, observation: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    expect(diff).toEqual([]);
  });

  await test.step('a print of a gigabyte comes back short', async () => {
    const { runs, diff } = await act(page, [
      'print("x" * 10**9)',
      'for n in range(3000):\n    print("y" * 9999)',
      stillWorks,
    ]);
    for (const { observation } of runs) expect(observation.length).toBeLessThan(6000);
    expect(runs[2]).toMatchObject({ error: false });
    expect(diff).toEqual([]);
  });

  await test.step('what is not there, wrong types and wrong calls are named', async () => {
    const { runs, diff } = await act(page, [
      'import numpy_that_is_not_there',
      'token = apis.wallet.login(**apis.supervisor.show_passwords(app_name="wallet"))["access_token"]\napis.wallet.send_money(user_id="Maya", amount=[1], access_token=token)',
      'apis.wallet.send_money(1, 2)',
      'apis.wallet.send_everything()',
      'apis.supervisor.complete_task(answer=object())',
      'import js\njs.fetch("https://example.org")',
      stillWorks,
    ]);
    expect(runs.slice(0, 6).map(({ error }) => error)).toEqual([true, true, true, true, true, true]);
    expect(runs[0]?.observation).toContain('numpy_that_is_not_there');
    expect(runs[1]?.observation).toContain('invalid_arguments');
    expect(runs[2]?.observation).toContain('by name only');
    expect(runs[6]).toMatchObject({ error: false });
    expect(diff).toEqual([]);
  });

  await test.step('redefining apis spoils one action only', async () => {
    const { runs, diff } = await act(page, [
      'apis = None\nprint(apis)',
      stillWorks,
      'class apis:\n    pass\nimport errand_apis\nerrand_apis.apis = 5\nprint("mine")',
      stillWorks,
      'del __builtins__',
      stillWorks,
    ]);
    expect(runs[0]).toMatchObject({ error: false, observation: 'None' });
    for (const place of [1, 3, 5]) expect(runs[place]).toMatchObject({ error: false });
    expect(diff).toEqual([]);
  });

  await test.step('memory without end costs the variables, not the world', async () => {
    const { runs, diff } = await act(page, ['held = []\nwhile True:\n    held.append("z" * 10_000_000)', stillWorks]);
    expect(runs[0]).toMatchObject({ error: true });
    expect(runs[1]).toMatchObject({ error: false });
    expect(diff).toEqual([]);
  });
});

declare global {
  var errandSandbox: SandboxAutomation;
}
