/** What a person asked for, once it is decided. */
export type TaskKind = 'classify' | 'regress' | 'forecast';
/** Texts are tagged or summarised; tables are all the rest. */
export type LabKind = TaskKind | 'tag' | 'summarize';
export type Metric = 'accuracy' | 'auc' | 'f1' | 'rmse' | 'log-rmse' | 'mae' | 'r2';

export type Step = [name: string, args: { [name: string]: unknown }];
/** Boosted trees, a random forest, or ridge and softmax in Python alone. */
export type ModelKind = 'boosted' | 'forest' | 'linear';

/** Everything that the script does, as data: what is put at its top, and what an idea changes. */
export type Plan = {
  task: TaskKind;
  target: string;
  /** Columns of the table that are used; the rest is left out before anything else. */
  inputs: string[];
  steps: Step[];
  /** Columns left out after the steps have made others of them. */
  drop: string[];
  models: [ModelKind, number][];
  log: boolean;
  /** Steps that a language model wrote, by their names: Python that defines `step`. */
  written?: { [step: string]: string };
  /** For classes, in the order of the probabilities. */
  classes: string[];
};

/** A prediction of one row: a number, or a probability for each class. */
export type Prediction = number | readonly number[];

export function higherIsBetter(metric: Metric): boolean {
  return metric === 'accuracy' || metric === 'auc' || metric === 'f1' || metric === 'r2';
}
