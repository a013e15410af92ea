import { describe, expect, it } from 'vitest';
import { TextHost } from '../../../workers/text-host.ts';
import { success } from '../../core/outcome.ts';
import type { LabRequest } from '../choose-task.ts';
import { isMasked, maskDocument } from './mask.ts';
import { runSummary } from './run-summary.ts';
import { splitSentences } from './split-sentences.ts';

const cv = `Johanna Q. Vossberg
Email: johanna.vossberg@example.org, phone +44 (0)20 7946 0958
14 Cedar Grove Road, Leeds LS1 4AP
https://linkedin.com/in/jvossberg

Profile
Engineer with twelve years of work on bridges and railway tunnels.
Vossberg led the repair of the old harbour bridge in 2015-2018.
She planned the tunnels of the northern railway and its bridges.

Experience
- Designed railway bridges for the northern line, with a team of nine engineers.
- Checked the tunnels of the harbour railway for cracks and water.
- Taught young engineers how bridges are measured and repaired.
- Wrote the rules for the repair of railway bridges in use today.

Interests
She bakes bread on Sundays and sings in a choir.
References: Dr Amira Solano, who was her manager. Solano can be reached at work.
`;
const request: LabRequest = {
  goal: '',
  task: 'summarize',
  target: null,
  time: null,
  horizon: null,
  metric: null,
  seed: 1,
  minutes: 1,
};

describe('maskDocument', () => {
  it('takes out names and contacts, wherever they stand again', () => {
    const { text, counts, names } = maskDocument(cv);
    for (const left of ['Johanna', 'Vossberg', 'vossberg', '7946', 'Solano', 'Amira', 'Cedar', 'LS1', 'linkedin'])
      expect(text, left).not.toContain(left);
    expect(text).toContain('[name] led the repair');
    expect(text).toContain('Dr [name], who was');
    expect(counts).toMatchObject({ email: 1, phone: 1, link: 1 });
    expect(isMasked(text, names)).toBe(true);
    expect(isMasked('Ask Vossberg.', names)).toBe(false);
    expect(isMasked('Write to a.b@c.de.', names)).toBe(false);
  });

  it('leaves years, plain numbers and ordinary words', () => {
    const plain = 'Report on water\nFrom 2015 - 2018 and 2019-2021 we sold 1200 pumps at 45 cents. May was dry.';
    expect(maskDocument(plain).text).toBe(plain);
    expect(maskDocument('info@firm.example\nInfo was given to all.').text).toBe('[email]\nInfo was given to all.');
    // A label in the middle of a line is no label.
    expect(maskDocument('The brand name: Green Hill is new.').text).toContain('Green Hill');
  });

  it('is not stopped by letters that mean something to a pattern', () => {
    expect(maskDocument('Name: Zoë O’Neil-(x\nZoë O’Neil-(x said so.').text).not.toContain('Zoë');
    expect(maskDocument(`${'a.'.repeat(5_000)}@`).counts.email).toBe(0);
  });
});

it('cuts a document into sentences and items', () => {
  const sentences = splitSentences(
    'Heading\n\nIt was a very long day that did not end before\nmidnight came. We slept.\n\n- one item of a list\n2. another item of a list\n',
  );
  expect(sentences).toEqual([
    { text: 'It was a very long day that did not end before midnight came.', place: 0 },
    { text: 'one item of a list', place: 0 },
    { text: 'another item of a list', place: 1 },
  ]);
});

/** Which of a few words a text holds: enough for nearness, without a model. */
function countingHost(): TextHost & { close: () => void; read: string[] } {
  const words = ['bridge', 'tunnel', 'railway', 'repair', 'engineer', 'bread', 'reached', 'rules'];
  const read: string[] = [];
  const vector = (text: string) => {
    read.push(text);
    return Promise.resolve(Float32Array.from(words, (word) => text.toLowerCase().split(word).length - 1));
  };
  const encoder = { width: words.length, sentenceVector: vector, tokenVectors: () => Promise.reject(new Error()) };
  const host = new TextHost(() => Promise.resolve(success(encoder)));
  return Object.assign(host, { close: () => undefined, read });
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe('runSummary', () => {
  const run = (text: string, client = countingHost()) =>
    runSummary(
      { bytes: bytes(text), subject: 'cv.txt', request },
      client,
      () => undefined,
      () => false,
    );

  it('masks before anything is read, and chooses what the document is about', async () => {
    const client = countingHost();
    await client.prepare([], 1);
    const ran = await run(cv, client);
    if (!ran.ok) throw new Error(ran.message);
    const { finding, summary, masked } = ran.value;
    expect(client.read.join()).not.toMatch(/Vossberg|Solano/);
    expect(summary.trim().split('\n')).toHaveLength(3);
    expect(summary).toMatch(/bridge/);
    expect(summary).not.toMatch(/bread|Vossberg/);
    expect(masked).not.toContain('Vossberg');
    expect(finding.checks.filter(({ holds }) => !holds)).toEqual([]);
    expect(finding.rounds.map(({ idea }) => idea)).toEqual(['baseline', 'apart', 'rank', 'position', 'adds']);
    expect(finding.solution).toContain('"count":3');
  });

  it('says what to do with what it cannot read', async () => {
    expect(await run('')).toMatchObject({ code: 'empty_file' });
    expect(await run('One short line only.')).toMatchObject({ code: 'no_text' });
    expect(await run('%PDF-1.7 and so on')).toMatchObject({ code: 'no_text' });
    expect(await run('PK\u0003\u0004\u0000\u0000\u0001\u0002')).toMatchObject({ code: 'no_text' });
  });
});
