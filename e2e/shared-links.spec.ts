import {
  addByHand,
  commandField,
  expect,
  openApp,
  openPlace,
  runCard,
  sayAndAgree,
  test,
  waitForModel,
} from './built-app.ts';

test.describe.configure({ timeout: 400_000 });

test('a sentence in a link is shown, tried in a list of its own, and never done unasked', async ({ page, server }) => {
  await openApp(page, server);
  await addByHand(page, 'post the letter');
  await page.goto(`${server.url}#try=${encodeURIComponent('add milk and delete post the letter')}`);
  await expect(page.getByRole('heading', { name: 'Somebody sent you a sentence to try' })).toBeVisible();
  await expect(page.getByText('add milk and delete post the letter')).toBeVisible();
  await waitForModel(page);
  await expect(page.getByRole('heading', { name: 'What it called' })).toHaveCount(0);
  await page.goto(`${server.url}#try=${encodeURIComponent('add milk tomorrow')}`);
  await page.getByRole('button', { name: 'Try it in a list of its own' }).click();
  const asks = page.getByRole('button', { name: 'Do it' });
  const after = page.getByRole('list', { name: 'The list of its own afterwards' });
  await expect(asks.or(after)).toBeVisible({ timeout: 90_000 });
  if (await asks.isVisible()) await asks.click();
  await expect(after).toContainText(/milk/i, { timeout: 90_000 });
  // The person's own list and log know nothing of it.
  await openPlace(page, 'All');
  await expect(page.getByRole('checkbox')).toHaveCount(1);
  await page.getByRole('button', { name: 'History' }).click();
  await expect(page.getByRole('dialog').getByText('add milk tomorrow')).toHaveCount(0);
});

test('a run is shared with its words named first, and opens as a record', async ({ page, server }) => {
  await openApp(page, server);
  await waitForModel(page);
  await sayAndAgree(page, 'ring Zoë tomorrow at nine');
  await runCard(page).getByRole('button', { name: 'How it got there' }).click();
  const trace = page.getByRole('dialog');
  await trace.getByText('Share this run').click();
  await expect(trace.getByRole('list').filter({ hasText: 'ring Zoë tomorrow at nine' })).toBeVisible();
  const link = await trace.getByRole('textbox', { name: 'Link' }).inputValue();
  expect(link).toContain('#run=');
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Somebody sent you a run to look at' })).toBeVisible();
  await expect(page.getByText('ring Zoë tomorrow at nine')).toBeVisible();
  await expect(commandField(page)).toHaveCount(0);
  await openPlace(page, 'All');
  await expect(page.getByRole('checkbox')).toHaveCount(1);
});

test('a damaged link says so, and shows no markup of its own', async ({ page, server }) => {
  await page.goto(`${server.url}#run=not-a-run`);
  await expect(page.getByRole('alert').filter({ hasText: 'damaged or was cut off' })).toBeVisible();
  await page.goto(`${server.url}#try=${encodeURIComponent('<img src=x onerror="document.title=1">')}`);
  await expect(page.getByText('<img src=x onerror="document.title=1">')).toBeVisible();
  expect(await page.title()).toBe('Errand');
});
