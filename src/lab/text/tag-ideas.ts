import type { TaggerPlan } from '../../protocol/text-api.ts';

/** A tagger's plan, and how eagerly a token is taken for an entity: so much is taken off the score of "O". */
export type TagPlan = TaggerPlan & { eagerness: number };

export type TagIdea = { id: string; says: string; change: (plan: TagPlan) => TagPlan };

export const firstTagPlan: TagPlan = {
  groups: ['words', 'neighbours'],
  vectors: false,
  epochs: 4,
  dropout: 0,
  eagerness: 0,
};

/** In this order; each is tried on top of the best so far. */
export const tagIdeas: readonly TagIdea[] = [
  {
    id: 'shapes',
    says: 'How a word is written: capitals, digits, signs, and its neighbours’ too.',
    change: (plan) => ({ ...plan, groups: [...plan.groups, 'shapes'] }),
  },
  {
    id: 'vectors',
    says: 'Each token’s vector from the middle of the embedded encoder: words of one meaning lie near each other.',
    change: (plan) => ({ ...plan, vectors: true }),
  },
  {
    id: 'affixes',
    says: 'The first and last letters of a word.',
    change: (plan) => ({ ...plan, groups: [...plan.groups, 'affixes'] }),
  },
  {
    id: 'dropout',
    says: 'A third of the features is left out at random while learning, so that no word alone decides.',
    change: (plan) => ({ ...plan, dropout: 0.3 }),
  },
  {
    id: 'sentence',
    says: 'Where a whole sentence is in capitals or has none, a capital means less.',
    change: (plan) => ({ ...plan, groups: [...plan.groups, 'sentence'] }),
  },
  { id: 'epochs', says: 'Half as much learning again.', change: (plan) => ({ ...plan, epochs: plan.epochs + 2 }) },
];

/** What is tried of eagerness with each learned tagger, which costs no learning. */
export const eagernesses: readonly number[] = [0, 0.5, 1, 1.5, 2, 2.5];
