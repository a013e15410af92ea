import { describe, expect, it } from 'vitest';
import { buildSource, copiedText } from './source.ts';
import { conversationState, parityRows, pieces, table } from './testing/fixture-model.ts';

const noState = conversationState(null);

describe('buildSource', () => {
  it.each(parityRows)('reads “$text” as the trainer does', ({ text, previous, state, source }) => {
    const built = buildSource(text, conversationState(previous, state), table, pieces);
    expect(built.ok && built.value.ids).toEqual(source);
  });
  it('takes 64 pieces and not one more', () => {
    expect(buildSource('milk '.repeat(64), noState, table, pieces).ok).toBe(true);
    expect(buildSource('milk '.repeat(65), noState, table, pieces)).toMatchObject({
      ok: false,
      code: 'input_too_long',
    });
  });
  it('cuts the sentence before at a word, and leaves it out where no word fits', () => {
    const nearlyFull = buildSource(
      'milk '.repeat(62),
      conversationState('eggs antidisestablishmentarianism'),
      table,
      pieces,
    );
    expect(nearlyFull.ok && nearlyFull.value.words.at(-1)).toMatchObject({ sentence: 1, start: 0, end: 4 });
    const full = buildSource('milk '.repeat(64), conversationState('eggs'), table, pieces);
    expect(full.ok && full.value.ids).toHaveLength(66);
  });
  it('does not take a typed [SEP] for the real one', () => {
    const built = buildSource('add [SEP] now', noState, table, pieces);
    expect(built.ok && built.value.ids.slice(0, -1)).not.toContain(pieces.end);
  });
  it('leaves out a tool that the model was trained without', () => {
    const built = buildSource('redo', { ...noState, tools: ['fly_to_the_moon'] }, table, pieces);
    const plain = buildSource('redo', noState, table, pieces);
    expect(built).toEqual(plain);
  });
});

describe('copiedText', () => {
  it("gives the person's own characters, accents, emoji and spaces included", () => {
    const built = buildSource('Get  Zoë’s 🎂 and e\u0301clairs', noState, table, pieces);
    if (!built.ok) throw new Error(built.message);
    const { words } = built.value;
    expect(copiedText(built.value, words[1]?.first ?? 0, words.at(-1)?.last ?? 0)).toBe('Zoë’s 🎂 and e\u0301clairs');
  });
});
