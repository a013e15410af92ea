import * as v from 'valibot';
import { failure, success, type Outcome } from '../../core/outcome.ts';
import type { ReadableCall } from '../../core/readable-call.ts';
import type { RunView } from '../../core/run-view.ts';

/** As much of a run as a link carries: what was said, what the model wrote, what came of it. Nothing of it is ever acted on. */
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const value = v.union([v.null(), v.boolean(), v.number(), text(2000), v.array(text(2000))]);
const sharedRunSchema = v.strictObject({
  version: v.literal(1),
  text: v.pipe(text(2000), v.minLength(1)),
  engine: text(80),
  raw: text(8192),
  calls: v.pipe(v.array(v.strictObject({ tool: text(80), args: v.record(text(80), value) })), v.maxLength(8)),
  verdict: v.nullable(v.picklist(['allow', 'confirm', 'refuse', 'suggest'])),
  final: text(4000),
});
export type SharedRun = v.InferOutput<typeof sharedRunSchema>;

/** What an address asks to be shown. */
export type SharedLink = { kind: 'try'; text: string } | { kind: 'run'; run: SharedRun };

/** Longer addresses are no links of this app's. */
const longestLink = 64_000;
const longestText = 2000;

/** Reads an address's `#try=` or `#run=`, which anybody may have written. */
export function readSharedLink(hash: string): Outcome<SharedLink, 'bad_link'> {
  const [, kind, content = ''] = /^#(try|run)=([^]*)$/u.exec(hash) ?? [];
  if (kind === undefined || hash.length > longestLink) return badLink;
  return kind === 'try' ? readSentence(content) : readRun(content);
}

const badLink = failure('bad_link', 'This link is damaged or was cut off.');

function readSentence(content: string): Outcome<SharedLink, 'bad_link'> {
  try {
    const said = decodeURIComponent(content)
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim();
    return said === '' || said.length > longestText ? badLink : success({ kind: 'try', text: said });
  } catch {
    return badLink;
  }
}

function readRun(content: string): Outcome<SharedLink, 'bad_link'> {
  try {
    const bytes = Uint8Array.from(atob(content.replaceAll('-', '+').replaceAll('_', '/')), (sign) =>
      sign.charCodeAt(0),
    );
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const run = v.safeParse(sharedRunSchema, json);
    return run.success ? success({ kind: 'run', run: run.output }) : badLink;
  } catch {
    return badLink;
  }
}

export function tryHash(said: string): string {
  return `#try=${encodeURIComponent(said)}`;
}

export function runHash(run: SharedRun): string {
  const bytes = new TextEncoder().encode(JSON.stringify(run));
  const signs = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return `#run=${btoa(signs).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '')}`;
}

/** Null for a run that carries too much for a link, or that was an edit by hand. */
export function sharedOf({ text: said, engine, raw, calls, resolved, judgement, final }: RunView): SharedRun | null {
  const carried = resolved.length > 0 ? resolved : calls.map(plainCall);
  const run = v.safeParse(sharedRunSchema, {
    version: 1,
    text: said,
    engine,
    raw,
    calls: carried,
    verdict: judgement?.verdict ?? null,
    final: final ?? '',
  });
  return run.success && runHash(run.output).length <= longestLink ? run.output : null;
}

function plainCall({ tool, args }: RunView['calls'][number]): ReadableCall {
  const plain = Object.entries(args).map(([name, given]) => {
    const isPlain = typeof given !== 'object' || Array.isArray(given);
    return [name, isPlain ? given : JSON.stringify(given)] as const;
  });
  return { tool, args: Object.fromEntries(plain) };
}

/** The person's own words that a shared run holds, each once: what they said, and all that is named in its calls. */
export function personalTexts({ text: said, calls, final }: SharedRun): string[] {
  const named = calls
    .flatMap(({ args }) => Object.values(args).flatMap((given) => given))
    .filter((given) => typeof given === 'string');
  return [...new Set([said, ...named, final])].filter((one) => one.trim() !== '');
}
