import { formatScore, scoreText } from '../sentences.ts';
import type { Finding, LabEvent } from '../lab-event.ts';
import { roleName } from '../roles/roles.ts';
import type { Drawing } from './plots.ts';
import { scoreWords, words } from './words.ts';

/** Only the report's own file carries a style; it is never shown inside the app. */
const style = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:60rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
table{border-collapse:collapse}td,th{padding:.25rem .75rem;text-align:left;border-bottom:1px solid #8884;vertical-align:top}
pre{overflow:auto;background:#8881;padding:1rem;font-size:.8rem}figure{margin:1rem 0}svg text{white-space:pre;fill:currentColor}svg{font:10px system-ui,sans-serif}.said{white-space:pre-line}svg{max-width:100%;height:auto}
@media(max-width:40rem){table{display:block;overflow-x:auto;overflow-wrap:normal}td,th{min-width:4rem;padding:.25rem .5rem .25rem 0}}`;

/** The whole run as one HTML file. Everything that comes from data or models goes in as text. */
export function writeReport(
  finding: Finding,
  events: readonly LabEvent[],
  drawings: readonly Drawing[],
  notes: readonly string[],
): string {
  const html = document.implementation.createHTMLDocument(words.title);
  const { body } = html;
  const add = (tag: string, text: string, parent: Element = body): Element => {
    const element = html.createElement(tag);
    element.textContent = text;
    parent.append(element);
    return element;
  };
  const table = (rows: readonly (readonly string[])[]): void => {
    const made = html.createElement('table');
    for (const [index, row] of rows.entries()) {
      const line = html.createElement('tr');
      for (const cell of row) add(index === 0 ? 'th' : 'td', cell, line);
      made.append(line);
    }
    body.append(made);
  };

  html.documentElement.lang = 'en';
  const charset = html.createElement('meta');
  charset.setAttribute('charset', 'utf-8');
  const viewport = html.createElement('meta');
  viewport.setAttribute('name', 'viewport');
  viewport.setAttribute('content', 'width=device-width, initial-scale=1');
  html.head.prepend(charset, viewport);
  add('h1', `${words.title}: ${finding.subject}`);
  add('p', finding.why);
  if (finding.stopped) add('p', words.stopped);
  table([['', finding.metric], ...finding.scores.map((score) => [scoreWords[score.name], scoreText(score)])]);
  for (const { title, lines } of finding.passages) {
    add('h2', title);
    for (const line of lines) add('p', line);
  }
  for (const { title, element } of drawings) {
    const figure = html.createElement('figure');
    add('h2', title, figure);
    figure.append(html.importNode(element, true));
    body.append(figure);
  }
  add('h2', words.checks);
  table([['', '', ''], ...finding.checks.map(({ claim, holds, detail }) => [holds ? '✓' : '✗', claim, detail])]);
  add('h2', words.tried);
  table([
    [words.idea, finding.metric, words.result, words.reflection, words.seconds],
    ...finding.rounds.map((round) => [
      round.says,
      round.score === null ? '–' : formatScore(round.score),
      round.accepted ? words.kept : words.rejected,
      round.reflection,
      round.seconds.toFixed(1),
    ]),
  ]);
  add('h2', words.said);
  for (const event of events) {
    if (event.kind !== 'said') continue;
    add('h3', roleName(event.role));
    add('p', event.text).className = 'said';
  }
  if (notes.length > 0) {
    add('h2', words.notes);
    for (const note of notes) add('p', note);
  }
  add('h2', words.code);
  add('pre', finding.solution);
  add('p', words.made);
  // As text, since this page's policy would refuse a style element even in a document that is never shown.
  const text = html.documentElement.outerHTML.replace('</head>', `<style>${style}</style></head>`);
  return `<!doctype html>\n${text}\n`;
}
