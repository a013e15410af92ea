export type RoleId = 'analyst' | 'engineer' | 'specialist' | 'coder' | 'verifier';

/** A role's place in the chain: what it is told, and what it gets of the roles before it. */
export type Role = { id: RoleId; name: string; prompt: string };

/**
 * The roles in their order. The prompts are what an engine with a language model is asked with, and the instruction of
 * the rows that a finished run exports; the playbook does each role's work by rules.
 */
export const roles: readonly Role[] = [
  {
    id: 'analyst',
    name: 'Data Analyst',
    prompt:
      'Read the profile of the table. Say what is to be predicted and by what it is measured, which columns give the target away, what is missing, and plan the work. Name columns exactly as they are written.',
  },
  {
    id: 'engineer',
    name: 'Data Engineer',
    prompt:
      'From the plan, say how each column is made usable: encodings, dates, text, columns to leave out. Learn nothing from rows that are predicted.',
  },
  {
    id: 'specialist',
    name: 'ML Specialist',
    prompt:
      'From the scores so far and the reflections on them, propose one next idea, and why it may win more than noise on this table.',
  },
  {
    id: 'coder',
    name: 'ML Engineer',
    prompt:
      'Write the idea as Python with the standard library and ydf only. The script reads rounds.csv and folds.json, predicts each row by models that have not seen it, and writes made.json.',
  },
  {
    id: 'verifier',
    name: 'Verifier',
    prompt:
      'Check the claims against the run: was the hold-out used once and only at the end, does the score repeat, does any column tell the target, is the final score within what cross-validation promised?',
  },
];

export function roleName(id: RoleId): string {
  return roles.find((role) => role.id === id)?.name ?? id;
}
