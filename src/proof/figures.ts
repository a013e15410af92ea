import * as v from 'valibot';

/**
 * `public/data/figures.json`: what each source published, and what this project measured, with how and on which file. Words
 * for the keys are the page's; a number's unit is its column's.
 */
const cellSchema = v.union([v.number(), v.string(), v.null()]);

const tableSchema = v.pipe(
  v.strictObject({
    key: v.string(),
    columns: v.array(
      v.strictObject({
        key: v.string(),
        /** `share` is 0 to 1 and shown in per cent; `plain` is a figure as it is. */
        unit: v.picklist(['share', 'ms', 'plain', 'text']),
      }),
    ),
    rows: v.array(v.strictObject({ key: v.string(), cells: v.array(cellSchema) })),
  }),
  v.check(
    ({ columns, rows }) => rows.every(({ cells }) => cells.length === columns.length),
    'A row has a cell a column',
  ),
);
export type FigureTable = v.InferOutput<typeof tableSchema>;
export type FigureCell = v.InferOutput<typeof cellSchema>;

const sectionSchema = v.strictObject({
  /** The model file that was measured; null where no file is (the Lab's rules). */
  model: v.nullable(v.strictObject({ id: v.string(), sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) })),
  measured: v.strictObject({
    date: v.pipe(v.string(), v.isoDate()),
    machine: v.string(),
    commands: v.pipe(v.array(v.string()), v.minLength(1)),
    /** Where the repository tells more, failures included. */
    source: v.string(),
  }),
  published: v.array(tableSchema),
  ours: v.pipe(v.array(tableSchema), v.minLength(1)),
});
export type FigureSection = v.InferOutput<typeof sectionSchema>;

export const proofSections = ['agent', 'guard', 'sandbox', 'lab', 'speed'] as const;
export type ProofSection = (typeof proofSections)[number];

export const figuresSchema = v.strictObject({
  agent: sectionSchema,
  guard: sectionSchema,
  sandbox: sectionSchema,
  lab: sectionSchema,
  speed: sectionSchema,
});
export type Figures = v.InferOutput<typeof figuresSchema>;

/** Whether the figures are of the file that is shipped; without a model there is nothing to differ. */
export function isOfShippedFile({ model }: Pick<FigureSection, 'model'>, shipped: string | null): boolean {
  return model === null || model.sha256 === shipped;
}
