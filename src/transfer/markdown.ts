import { success } from '../core/outcome.ts';
import { isDue } from '../core/local-time.ts';
import { DraftBuilder, type FoundTask, type Reader } from './draft.ts';
import { priorityOf } from './own-csv.ts';
import { readRule } from './read-rule.ts';

const item = /^(\s*)(?:[-*+]|\d+[.)])\s+\[([ xX])\]\s+(.*)$/u;
const heading = /^#{1,6}\s+(.*)$/u;

/**
 * A checklist: each `- [ ]` is a task, indented under another it is a step of that, and the heading above is its list.
 * What this app writes in brackets behind a title is read back; lines under an item are its notes.
 */
export const readMarkdown: Reader = (text) => {
  const builder = new DraftBuilder();
  const above: { indent: number; id: string }[] = [];
  let list: string | null = null;
  let last: FoundTask | null = null;
  let notes: string[] = [];
  const flush = () => {
    if (last !== null) builder.add({ ...last, notes: notes.join('\n') });
    last = null;
    notes = [];
  };
  for (const [index, row] of text.split(/\r\n?|\n/u).entries()) {
    const line = index + 1;
    const [, indentation = '', mark = '', words = ''] = item.exec(row) ?? [];
    const [, name] = heading.exec(row) ?? [];
    if (mark !== '') {
      flush();
      const indent = indentation.replaceAll('\t', '    ').length;
      while ((above.at(-1)?.indent ?? -1) >= indent) above.pop();
      const id = `line-${String(line)}`;
      last = { ...readItem(words), line, id, parentId: above.at(-1)?.id ?? null, done: mark !== ' ', list };
      above.push({ indent, id });
    } else if (name !== undefined) {
      flush();
      above.length = 0;
      const said = unescape(name).trim();
      // The file's own title, and the list that always exists, are no lists to be made.
      list = said === 'Tasks' || said.toLowerCase() === 'inbox' ? null : builder.list(said);
    } else if (last !== null && /^\s+\S/u.test(row)) notes.push(unescape(row.trim()));
    else if (row.trim() !== '') {
      flush();
      builder.note(line, 'not-a-task', row.trim());
    }
  }
  flush();
  return success(builder.build('markdown'));
};

/** The title, and what stands in brackets and behind number signs at its end. */
function readItem(words: string): Omit<FoundTask, 'line'> {
  const [, title = '', details, signs = ''] = /^(.*?)\s+\(([^()]*)\)((?:\s+\\?#[^#]+)*)$/u.exec(words.trim()) ?? [];
  const read = details === undefined ? null : readDetails(details);
  if (read !== null) return { ...read, title: unescape(title), tags: readTags(signs) };
  // Without details a tag of somebody else's is one word; what this app wrote may hold spaces.
  const [, plain = words, own = ''] = /^(.*?)((?:\s+\\#[^#]+|\s+#[^\s#]+)*)\s*$/u.exec(words.trim()) ?? [];
  return plain.trim() === '' ? { title: unescape(words) } : { title: unescape(plain), tags: readTags(own) };
}

function readTags(signs: string): string[] {
  return signs
    .split(/\s\\?#/u)
    .map((tag) => unescape(tag.trim()))
    .filter(Boolean);
}

/** Null where the brackets belong to the title: one of their parts is none of the details. */
function readDetails(said: string): Partial<FoundTask> | null {
  const found: Partial<FoundTask> = {};
  // A rule has commas of its own, so the parts are told apart by how they begin.
  for (const part of said.split(/,\s+(?=due |high |medium |low |repeats |reminder )/u)) {
    const moment = part.replace(/^(?:due|reminder) /u, '').replace(' ', 'T');
    if (part.startsWith('due ') && isDue(moment)) found.due = moment;
    else if (part.startsWith('reminder ') && isDue(moment)) found.reminder = moment;
    else if (/^(?:high|medium|low) priority$/u.test(part)) found.priority = priorityOf(part.split(' ')[0] ?? '');
    else if (part.startsWith('repeats ')) found.repeat = readRule(unescape(part.slice(8)));
    else return null;
  }
  return found;
}

function unescape(text: string): string {
  return text.replace(/\\([\\`*_{}[\]<>#|~$&!+=.)-])/gu, '$1');
}
