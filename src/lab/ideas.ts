import type { Plan, Step } from './plan.ts';
import { profileOf, type ColumnProfile } from './profile.ts';
import type { Task } from './choose-task.ts';
import { readTime } from './split.ts';
import { columnOf, type Table } from './table.ts';
import { textVectorSize } from './text/text-columns.ts';

export type Situation = { table: Table; profiles: readonly ColumnProfile[]; task: Task; plan: Plan };

/** One thing to try: what it is for, and the plan with it, or null where the table gives no occasion for it. */
export type Idea = { id: string; says: string; isAboutModels?: true; change: (situation: Situation) => Plan | null };

const mostPairs = 8;

function inputs({ profiles, plan }: Situation, ...kinds: ColumnProfile['kind'][]): ColumnProfile[] {
  return profiles.filter(({ name, kind }) => plan.inputs.includes(name) && kinds.includes(kind));
}

function withStep(plan: Plan, ...steps: Step[]): Plan {
  return { ...plan, steps: [...plan.steps, ...steps] };
}

/** A share of the values looks like parts put together: B/45/P, 0012_01, C85. */
function looksLikeCode({ examples, distinct }: ColumnProfile, rows: number): boolean {
  const coded = examples.filter(
    (value) => /[/_\-.:]|[A-Za-z]\d|\d[A-Za-z]/.test(value) && value.length <= 24 && !value.includes(' '),
  );
  return coded.length >= Math.max(2, examples.length * 0.6) && distinct > Math.min(20, rows / 20);
}

function pairs(names: readonly string[], most = mostPairs): [string, string][] {
  const found = names.flatMap((a, index) => names.slice(index + 1).map((b): [string, string] => [a, b]));
  return found.slice(0, most);
}

/** Numbers that measure how much, and take many values: the ones that ratios and sums make sense of. */
function amounts(situation: Situation): string[] {
  return inputs(situation, 'number')
    .filter(({ distinct, min }) => distinct > 15 && (min ?? -1) >= 0)
    .map(({ name }) => name);
}

/** In the order in which they are tried: what most often helps comes first. No idea names a column of any known table. */
export const ideas: readonly Idea[] = [
  {
    id: 'text_vectors',
    says: 'Texts by the vectors of the embedded encoder: what means the same lies near, whatever its words.',
    change: (situation) => {
      const columns = inputs(situation, 'text').map(({ name }) => name);
      const { plan } = situation;
      // In front: the step that counts words takes the texts away.
      const step: Step = ['text_vectors', { columns, size: textVectorSize }];
      return columns.length === 0 ? null : { ...plan, steps: [step, ...plan.steps] };
    },
  },
  {
    id: 'log_target',
    says: 'The target is learned as its logarithm: its errors then count in proportion.',
    change: ({ plan, profiles }) => {
      const target = profileOf(profiles, plan.target);
      const isFit = plan.task !== 'classify' && (target?.min ?? -1) >= 0 && (target?.skewness ?? 0) > 0.5;
      return isFit && !plan.log ? { ...plan, log: true } : null;
    },
  },
  {
    id: 'linear',
    says: 'A linear model beside the trees: it draws a line where they make steps.',
    isAboutModels: true,
    change: ({ plan }) => ({ ...plan, models: [...plan.models, ['linear', 1]] }),
  },
  {
    id: 'linear_alone',
    says: 'The linear model without the trees.',
    isAboutModels: true,
    change: ({ plan }) => {
      const models = plan.models.filter(([kind]) => kind === 'linear');
      return models.length === 0 ? null : { ...plan, models };
    },
  },
  {
    id: 'split_codes',
    says: 'Codes put together from parts are split into them.',
    change: (situation) => {
      const columns = inputs(situation, 'category')
        .filter((profile) => looksLikeCode(profile, situation.table.rowCount))
        .map(({ name }) => name);
      return columns.length === 0 ? null : withStep(situation.plan, ['split_codes', { columns }]);
    },
  },
  {
    id: 'names',
    says: 'The first word of a long name becomes a column of its own.',
    change: (situation) => {
      const columns = inputs(situation, 'category')
        .filter(
          ({ distinct, examples }) =>
            distinct > situation.table.rowCount / 4 && examples.every((value) => value.includes(' ')),
        )
        .map(({ name }) => name);
      return columns.length === 0 ? null : withStep(situation.plan, ['names', { columns }]);
    },
  },
  {
    id: 'ratios',
    says: 'Amounts in proportion to each other.',
    change: (situation) => {
      const found = pairs(amounts(situation), 10);
      return found.length === 0 ? null : withStep(situation.plan, ['ratios', { pairs: found }]);
    },
  },
  {
    id: 'diagonals',
    says: 'Sums and differences of numbers, so that a tree can cut aslant.',
    change: (situation) => {
      const names = inputs(situation, 'number')
        .filter(({ distinct }) => distinct > 30)
        .map(({ name }) => name);
      const found = pairs(names, 6);
      return found.length === 0 ? null : withStep(situation.plan, ['diagonals', { pairs: found }]);
    },
  },
  {
    id: 'totals',
    says: 'Several amounts that are often zero are added up.',
    change: (situation) => {
      const columns = inputs(situation, 'number')
        .filter(({ min, skewness }) => min === 0 && skewness > 2)
        .map(({ name }) => name);
      return columns.length < 2 ? null : withStep(situation.plan, ['totals', { columns }]);
    },
  },
  {
    id: 'group_size',
    says: 'How many rows share a value: groups, families, parties.',
    change: (situation) => {
      const columns = inputs(situation, 'category', 'id')
        .filter(({ distinct }) => distinct > 10 && distinct < situation.table.rowCount * 0.95)
        .map(({ name }) => name)
        .slice(0, 4);
      return columns.length === 0 ? null : withStep(situation.plan, ['group_size', { columns }]);
    },
  },
  {
    id: 'group_target',
    says: 'The mean of the target in each group, of rows other than the one that is told.',
    change: (situation) => {
      const columns = inputs(situation, 'category')
        .filter(({ distinct }) => distinct > 5 && distinct < situation.table.rowCount / 3)
        .map(({ name }) => name)
        .slice(0, 4);
      return columns.length === 0 ? null : withStep(situation.plan, ['group_target', { columns }]);
    },
  },
  {
    id: 'group_numbers',
    says: 'A number against the mean of its group.',
    change: (situation) => {
      const groups = inputs(situation, 'category')
        .filter(({ distinct }) => distinct <= 20)
        .slice(0, 2);
      const numbers = inputs(situation, 'number')
        .filter(({ distinct }) => distinct > 20)
        .slice(0, 4);
      const found = groups.flatMap((group) => numbers.map((number) => [group.name, number.name]));
      return found.length === 0 ? null : withStep(situation.plan, ['group_numbers', { pairs: found }]);
    },
  },
  {
    id: 'missing_flags',
    says: 'That a value is missing may itself say something.',
    change: (situation) => {
      const columns = inputs(situation, 'number', 'category')
        .filter(({ missingShare }) => missingShare > 0.01)
        .map(({ name }) => name);
      return columns.length === 0 ? null : withStep(situation.plan, ['missing_flags', { columns }]);
    },
  },
  {
    id: 'ordinals',
    says: 'Words with an order (low, medium, high) become ranks.',
    change: (situation) => {
      const columns = inputs(situation, 'category')
        .filter(
          ({ distinct, examples }) => distinct <= 6 && examples.every((value) => ordered.has(value.toLowerCase())),
        )
        .map(({ name }) => name);
      return columns.length === 0 ? null : withStep(situation.plan, ['ordinals', { columns }]);
    },
  },
  {
    id: 'interactions',
    says: 'Two categories taken together.',
    change: (situation) => {
      const names = inputs(situation, 'category')
        .filter(({ distinct }) => distinct <= 12)
        .map(({ name }) => name);
      const found = pairs(names, 4);
      return found.length === 0 ? null : withStep(situation.plan, ['interactions', { pairs: found }]);
    },
  },
  {
    id: 'seeds',
    says: 'The mean of four models, each grown from another order of the rows.',
    isAboutModels: true,
    change: ({ plan }) =>
      plan.models.some(([kind]) => kind === 'boosted')
        ? { ...plan, models: plan.models.map(([kind, seeds]) => [kind, kind === 'boosted' ? 4 : seeds]) }
        : null,
  },
  {
    id: 'blend',
    says: 'A random forest blended with the boosted trees: they err in different places.',
    isAboutModels: true,
    change: ({ plan, table }) =>
      // A forest takes four times as long as boosted trees: too long for large tables in a tab.
      table.rowCount <= 6_000 ? { ...plan, models: [...plan.models, ['forest', 1]] } : null,
  },
];

const ordered = new Set([
  'none',
  'very low',
  'low',
  'medium',
  'high',
  'very high',
  'never',
  'rarely',
  'sometimes',
  'often',
  'always',
  'poor',
  'fair',
  'average',
  'good',
  'excellent',
  'xs',
  's',
  'm',
  'l',
  'xl',
  'xxl',
  'po',
  'fa',
  'ta',
  'gd',
  'ex',
  'small',
  'large',
  'first',
  'second',
  'third',
]);

/** The plan that everything is compared with: every usable column as it is, dates and texts made readable, one model. */
export function firstPlan(
  table: Table,
  profiles: readonly ColumnProfile[],
  task: Task,
  leftOut: readonly string[],
): Plan {
  const usable = profiles.filter(({ name, kind }) => {
    if (name === task.target || leftOut.includes(name)) return false;
    return kind !== 'constant' && kind !== 'empty' && kind !== 'id';
  });
  const inputNames = usable
    // What is measured at the same time as the target is not known when a forecast is made; the time itself is.
    .filter(({ name }) => task.kind !== 'forecast' || name === task.time)
    .map(({ name }) => name);
  const plan: Plan = {
    task: task.kind,
    target: task.target,
    inputs: inputNames,
    steps: [],
    drop: [],
    models: [['boosted', 1]],
    log: false,
    classes:
      task.kind === 'classify' ? [...new Set(columnOf(table, task.target).filter((value) => value !== ''))].sort() : [],
  };
  const named = (kind: ColumnProfile['kind']) =>
    usable.filter((column) => column.kind === kind && inputNames.includes(column.name));
  const texts = named('text').map(({ name }) => name);
  if (texts.length > 0) plan.steps.push(['words', { columns: texts }]);
  if (task.kind === 'forecast' && task.time !== null) plan.steps.push(lagsFor(table, profiles, task, task.time));
  const dates = named('date');
  const forms = Object.fromEntries(dates.map(({ name, dateForms }) => [name, dateForms]));
  if (dates.length > 0) plan.steps.push(['date_parts', { columns: dates.map(({ name }) => name), forms }]);
  return plan;
}

/** Lags at the horizon and at whole days and weeks beyond it, in steps of the series. */
function lagsFor(table: Table, profiles: readonly ColumnProfile[], task: Task, time: string): Step {
  const forms = profileOf(profiles, time)?.dateForms ?? [];
  const moments = columnOf(table, time)
    .map((text) => readTime(text, forms[0] ?? ''))
    .sort((a, b) => a - b);
  const gaps = moments
    .slice(1)
    .map((moment, index) => (moment - (moments[index] ?? 0)) / 1000)
    .filter((gap) => gap > 0);
  gaps.sort((a, b) => a - b);
  const stepSeconds = Math.max(1, gaps[Math.floor(gaps.length / 2)] ?? 86_400);
  const { horizon } = task;
  const seasons = [86_400, 604_800, 31_557_600]
    .map((seconds) => Math.round(seconds / stepSeconds))
    .filter((season) => season > 1);
  const lags = new Set([horizon, horizon + 1, horizon + 2]);
  for (const season of seasons) {
    const first = Math.ceil(horizon / season) * season;
    if (first < moments.length / 2) for (const lag of [first, first + season]) lags.add(lag);
  }
  const usual = seasons.filter((season) => season * 2 < moments.length);
  return ['lags', { time, forms, stepSeconds, horizon, lags: [...lags].sort((a, b) => a - b), seasons: usual }];
}
