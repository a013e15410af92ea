import type { ProofSection } from '../../proof/figures.ts';

type CardText = () => Promise<string>;

// The repository's own files, so that a card cannot say something else than they do. Each comes when it is opened.
const files = import.meta.glob<string>(['../../../training/{agent,guard,payments}/CARD.md', '../../../docs/lab.md'], {
  query: '?raw',
  import: 'default',
});

const cardFiles: { readonly [Section in ProofSection]: string | null } = {
  agent: 'training/agent/CARD.md',
  guard: 'training/guard/CARD.md',
  sandbox: 'training/payments/CARD.md',
  lab: 'docs/lab.md',
  speed: null,
};

/** The text of a section's card, in Markdown; null where it has none. */
export function cardOf(section: ProofSection): CardText | null {
  const name = cardFiles[section];
  return name === null ? null : (files[`../../../${name}`] ?? null);
}
