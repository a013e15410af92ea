import type { Page } from '@playwright/test';
import { addByHand, expect, openApp, openPlace, test } from './built-app.ts';
import { paste } from './paste.ts';

const titles = (page: Page) => page.locator('#tasks [data-control=title]');
const tick = (page: Page, title: string) => page.getByRole('checkbox', { name: `Complete “${title}”` });

test.beforeEach(async ({ page, server }) => {
  // What is done by hand needs no model.
  await page.route('**/model.onnx', (route) => route.fulfill({ status: 404, body: '' }));
  await openApp(page, server);
  await openPlace(page, 'Inbox');
});

test('pasted lines are tasks, in one run', async ({ page }) => {
  await page.getByRole('textbox', { name: 'Add to Inbox' }).focus();
  await paste(page, '- Buy milk\n\n2. Call the dentist\nSend the report');
  await expect(titles(page)).toHaveText(['Buy milk', 'Call the dentist', 'Send the report']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(titles(page)).toHaveCount(0);
});

test('everything about a task is in its details, without leaving the keyboard', async ({ page }) => {
  await addByHand(page, 'Call the dentist');
  await tick(page, 'Call the dentist').focus();
  await page.keyboard.press('e');
  const details = page.getByRole('dialog');
  await details.getByLabel('Notes', { exact: true }).fill('See https://example.org/x. <b>Ask</b>');
  await details.getByLabel('Tags').fill('health');
  await details.getByLabel('Repeats').selectOption('FREQ=WEEKLY');
  await expect(details.getByLabel('Due', { exact: true })).not.toHaveValue('');
  const before = await details.getByLabel('Due', { exact: true }).inputValue();
  await details.getByRole('button', { name: 'Skip this time' }).click();
  await expect(details.getByLabel('Due', { exact: true })).not.toHaveValue(before);
  await expect(details.getByRole('link')).toHaveAttribute('href', 'https://example.org/x');
  expect(await details.locator('b').count()).toBe(0);
  await details.getByRole('textbox', { name: 'Add a subtask' }).fill('find the card');
  await details.getByRole('textbox', { name: 'Add a subtask' }).press('Enter');
  await expect(tick(page, 'find the card').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tick(page, 'Call the dentist')).toBeFocused();
});

test('keys move, select, set and arrange', async ({ page }) => {
  for (const title of ['one', 'two', 'three']) {
    await addByHand(page, title);
    await expect(tick(page, title)).toBeVisible();
  }
  await tick(page, 'one').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(titles(page)).toHaveText(['two', 'one', 'three']);
  await expect(tick(page, 'one')).toBeFocused();
  await page.keyboard.press('1');
  await expect(page.locator('#tasks').getByText('High')).toHaveCount(1);
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByRole('toolbar').getByRole('button', { name: 'Complete' }).click();
  await expect(titles(page)).toHaveText(['two']);
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await expect(page.getByRole('heading', { name: 'Done', level: 2 })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('heading', { name: 'Keys' })).toBeVisible();
});

test('a task becomes a part of another and its own again, by keys and in its details', async ({ page }) => {
  for (const title of ['one', 'two', 'three']) {
    await addByHand(page, title);
    await expect(tick(page, title)).toBeVisible();
  }
  const depths = () =>
    page.locator('#tasks [data-task]').evaluateAll((rows) => rows.map((row) => row.style.getPropertyValue('--depth')));
  await tick(page, 'two').press('>');
  await expect.poll(depths).toEqual(['0', '1', '0']);
  await tick(page, 'three').press('>');
  await tick(page, 'three').press('>');
  await expect.poll(depths).toEqual(['0', '1', '2']);
  // The first has nothing above it, and nothing under itself to go under.
  await tick(page, 'one').press('>');
  await tick(page, 'one').press('e');
  await expect(page.getByRole('dialog').getByLabel('Part of')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await tick(page, 'three').press('<');
  await expect.poll(depths).toEqual(['0', '1', '1']);
  await expect(tick(page, 'three')).toBeFocused();
  await page.keyboard.press('e');
  await page.getByRole('dialog').getByLabel('Part of').selectOption({ label: 'Nothing: a task of its own' });
  await expect.poll(depths).toEqual(['0', '1', '0']);
});

test('dragged rows change places and become parts of others, and where they would land is seen', async ({ page }) => {
  for (const title of ['one', 'two', 'three']) {
    await addByHand(page, title);
    await expect(tick(page, title)).toBeVisible();
  }
  const row = (title: string) => page.locator('#tasks [data-task]').filter({ hasText: title });
  const shown = () =>
    page
      .locator('#tasks [data-task]')
      .evaluateAll((rows) =>
        rows.map((it) =>
          `${it.style.getPropertyValue('--depth')} ${it.querySelector('[data-control=title]')?.textContent ?? ''}`.trim(),
        ),
      );
  /** `share` of the height of the row it is dragged to, from its top. */
  const drag = async (title: string, to: string, share: number, place: 'before' | 'after' | 'into' | null) => {
    await row(title).hover();
    await row(title).locator('.handle').hover();
    await page.mouse.down();
    const box = await row(to).boundingBox();
    if (box === null) throw new Error(`${to} is not there`);
    // Twice: only a move that begins over the row is told to it.
    for (const x of [60, 64]) await page.mouse.move(box.x + x, box.y + box.height * share, { steps: 3 });
    if (place === null) await expect(page.locator('[data-drop]')).toHaveCount(0);
    else await expect(row(to)).toHaveAttribute('data-drop', place);
    await page.mouse.up();
    await expect(page.locator('[data-drop]')).toHaveCount(0);
  };
  await drag('two', 'one', 0.1, 'before');
  await expect.poll(shown).toEqual(['0 two', '0 one', '0 three']);
  await drag('three', 'two', 0.5, 'into');
  await expect.poll(shown).toEqual(['0 two', '1 three', '0 one']);
  // Not under a part of itself.
  await drag('two', 'three', 0.5, null);
  await drag('one', 'three', 0.9, 'after');
  await expect.poll(shown).toEqual(['0 two', '1 three', '1 one']);
  await drag('one', 'two', 0.1, 'before');
  await expect.poll(shown).toEqual(['0 one', '0 two', '1 three']);
  await drag('three', 'one', 0.9, 'after');
  await expect.poll(shown).toEqual(['0 one', '0 three', '0 two']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(shown).toEqual(['0 one', '0 two', '1 three']);
});

test('search forgives a slip and finds what is done', async ({ page }) => {
  await addByHand(page, 'Call the dentist');
  await tick(page, 'Call the dentist').press('Space');
  await openPlace(page, 'Search');
  await page.getByRole('searchbox').fill('dentsit');
  await expect(titles(page)).toHaveText(['Call the dentist']);
});

test('the trash gives back, and is emptied only when asked', async ({ page }) => {
  await addByHand(page, 'one');
  await page.getByRole('button', { name: 'Delete “one”' }).click();
  await openPlace(page, 'Trash');
  await page.getByRole('button', { name: 'Restore “one”' }).click();
  await openPlace(page, 'Inbox');
  await tick(page, 'one').press('Delete');
  await openPlace(page, 'Trash');
  await page.getByRole('button', { name: 'Empty the trash' }).click();
  await page.getByRole('button', { name: 'Yes, empty it' }).click();
  await expect(page.getByRole('button', { name: 'Restore “one”' })).toHaveCount(0);
  await page.reload();
  await expect(page.locator('#tasks [data-task]')).toHaveCount(0);
});

test('history goes back to any run', async ({ page }) => {
  for (const title of ['one', 'two', 'three']) {
    await addByHand(page, title);
    await expect(tick(page, title)).toBeVisible();
  }
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByRole('button', { name: 'Undo to here' }).nth(1).click();
  await page.getByRole('button', { name: 'Yes, undo this and 1 after it' }).click();
  await expect(titles(page)).toHaveText(['one']);
});

test('sample tasks come with one click and go with one Undo', async ({ page }) => {
  await page.getByRole('button', { name: 'Try with sample tasks' }).click();
  await openPlace(page, 'Today');
  await expect(page.getByText('Left from before')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(titles(page)).toHaveCount(0);
});

test('chips show what rules read, and what is taken out stays in the title', async ({ page }) => {
  await page.getByRole('textbox', { name: 'What needs doing?' }).fill('call mum tomorrow !high');
  const chips = page.getByRole('group', { name: 'Read by simple rules' });
  await expect(chips).toContainText('call mum');
  await chips.getByRole('button', { name: 'Leave “!high” in the title' }).click();
  await chips.getByRole('button', { name: 'Add exactly this' }).click();
  await expect(titles(page)).toHaveText(['call mum !high']);
  await page.getByRole('textbox', { name: 'What needs doing?' }).fill('delete everything');
  await expect(chips).toHaveCount(0);
});

test('the focus stays with what the person is at, whatever is written meanwhile', async ({ page }) => {
  for (const title of ['one', 'two', 'three']) {
    await addByHand(page, title);
    await expect(tick(page, title)).toBeVisible();
  }
  // Gone to a row before the write of the last one has ended, nothing takes the focus back.
  await addByHand(page, 'four');
  await tick(page, 'one').focus();
  await expect(page.getByText('Added “four”').first()).toBeVisible();
  await expect(tick(page, 'one')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(tick(page, 'two')).toBeFocused();
  await tick(page, 'four').focus();
  await page.keyboard.press('Delete');
  await expect(tick(page, 'three')).toBeFocused();
  // Under its open details a row goes to another section, and is drawn anew there.
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByLabel('Group by').selectOption('day');
  await tick(page, 'two').focus();
  await page.keyboard.press('d');
  await page.getByRole('dialog').getByLabel('Due', { exact: true }).fill('2031-05-06');
  await expect(page.getByRole('heading', { level: 3 }).nth(1)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tick(page, 'two')).toBeFocused();
});

test('a chip is changed in place, and the sentence with it', async ({ page }) => {
  const field = page.getByRole('textbox', { name: 'What needs doing?' });
  await field.fill('call mum tomorrow #home');
  const chips = page.getByRole('group', { name: 'Read by simple rules' });
  await chips.getByRole('button', { name: 'Change “tomorrow”' }).click();
  await chips.getByRole('textbox').fill('every friday');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('call mum every friday #home');
  await expect(field).toBeFocused();
  // Words in quotes are the title's, whatever they look like.
  await field.fill('read "tomorrow #never"');
  await expect(chips.getByRole('listitem')).toHaveText(['read "tomorrow #never"']);
});

test('while there is no model, Enter adds one plain task and says that rules read it', async ({ page }) => {
  const field = page.getByRole('textbox', { name: 'What needs doing?' });
  await field.fill('pay rent !high');
  await expect(page.getByText('Enter adds what simple rules read')).toBeVisible();
  await field.press('Enter');
  await expect(titles(page)).toHaveText(['pay rent']);
  await expect(field).toHaveValue('');
});

test('lines in the command field are offered as tasks, and what could be said is suggested', async ({ page }) => {
  const field = page.getByRole('textbox', { name: 'What needs doing?' });
  await field.fill('- milk\n- bread\n\n- tea');
  await page.getByRole('button', { name: 'Add each of the 3 lines as a task' }).click();
  await expect(titles(page)).toHaveText(['milk', 'bread', 'tea']);
  await field.fill('show');
  const suggestions = page.getByRole('group', { name: 'You can say' });
  const first = suggestions.getByRole('button').first();
  const sentence = (await first.textContent()) ?? '';
  await first.click();
  await expect(field).toHaveValue(sentence);
  await expect(field).toBeFocused();
  await expect(suggestions).toHaveCount(0);
});
