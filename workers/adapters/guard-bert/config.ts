import { yesNoHeads, type YesNoHead } from '../../../src/core/judgement.ts';

export type Temperatures = { [Head in YesNoHead | 'risk']: number };
export type GuardConfig = { maxPieces: number; temperatures: Temperatures };

/** What `config.json` says of the model beside its graph; throws where that does not fit this app. */
export function readGuardConfig(config: object): GuardConfig {
  const errand = fieldsOf(fieldsOf(config)['errand']);
  const found = fieldsOf(errand['temperatures']);
  const temperature = (head: string): number => positive(found[head], `the temperature of ${head}`);
  const heads = yesNoHeads.map((head) => [head, temperature(head)] as const);
  return {
    maxPieces: positive(errand['max_pieces'], 'max_pieces'),
    temperatures: { risk: temperature('risk'), ...(Object.fromEntries(heads) as { [Head in YesNoHead]: number }) },
  };
}

function fieldsOf(value: unknown): { [name: string]: unknown } {
  return typeof value === 'object' && value !== null ? (value as { [name: string]: unknown }) : {};
}

function positive(value: unknown, name: string): number {
  if (typeof value !== 'number' || !(value > 0)) throw new Error(`config.json lacks ${name}`);
  return value;
}
