import type { SummaryPlan } from './choose-sentences.ts';

export const firstSummaryPlan: SummaryPlan = { by: 'central', apart: 0, position: false };

export const summaryIdeas: readonly { id: string; says: string; change: (plan: SummaryPlan) => SummaryPlan }[] = [
  {
    id: 'apart',
    says: 'A sentence that says what a chosen one says already counts less.',
    change: (plan) => ({ ...plan, apart: 0.7 }),
  },
  {
    id: 'rank',
    says: 'Sentences that are near to many that are near to many, as LexRank has it.',
    change: (plan) => ({ ...plan, by: 'rank' }),
  },
  {
    id: 'position',
    says: 'What a paragraph opens with counts more.',
    change: (plan) => ({ ...plan, position: true }),
  },
  {
    id: 'adds',
    says: 'One after the other, each for what it adds to those before it.',
    change: (plan) => ({ ...plan, by: 'adds', apart: 0 }),
  },
];
