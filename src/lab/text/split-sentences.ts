/** A sentence of a document. `place` counts from 0 within its paragraph or section. */
export type Sentence = { text: string; place: number };

const fewestWords = 4;
const mostWords = 80;

/** Sentences and items of lists, in order. Headings and lines of keywords say too little to stand alone. */
export function splitSentences(text: string): Sentence[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  const made: Sentence[] = [];
  for (const block of text.split(/\n\s*\n/)) {
    let place = 0;
    for (const line of linesOf(block)) {
      for (const { segment } of segmenter.segment(line)) {
        const sentence = segment.trim();
        const words = sentence.split(/\s+/).length;
        if (words < fewestWords || words > mostWords || !/\p{L}{2}/u.test(sentence)) continue;
        made.push({ text: sentence, place });
        place += 1;
      }
    }
  }
  return made;
}

/** Lines that a writer broke at the margin are put together again; items of a list stay apart. */
function linesOf(block: string): string[] {
  const lines: string[] = [];
  for (const line of block.split('\n')) {
    const isItem = /^\s*(?:[-*•·–]|\d{1,2}[.)])\s+/.test(line);
    const bare = line.replace(/^\s*(?:#+|[-*•·–]|\d{1,2}[.)])\s+/, '').trim();
    const last = lines.at(-1);
    const goesOn = !isItem && last !== undefined && last.length > 40 && !/[.!?:]$/.test(last);
    if (goesOn) lines[lines.length - 1] = `${last} ${bare}`;
    else if (bare !== '') lines.push(bare);
  }
  return lines;
}
