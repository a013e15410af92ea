import * as Plot from '@observablehq/plot';
import type { Finding, LabResult } from '../lab-event.ts';
import type { ColumnProfile } from '../profile.ts';
import { largest } from '../score.ts';
import { words } from './words.ts';

export type Drawing = { title: string; element: Element };

const size = { width: 560, height: 280, marginLeft: 60 };

/** The pictures of a finished run. Only data of the run is drawn, and only as text and shapes. */
export function drawPlots(result: LabResult, profiles: readonly ColumnProfile[], target: readonly string[]): Drawing[] {
  const drawings = [
    drawTarget(result, target),
    drawRounds(result),
    drawMissing(profiles),
    drawImportances(result),
    result.task.kind === 'classify'
      ? drawConfusion(result)
      : result.task.kind === 'forecast'
        ? drawForecast(result)
        : drawResiduals(result),
  ];
  return drawings.filter((drawing) => drawing !== null).map(withoutStyle);
}

/** The pictures of a tagger: its rounds, and how well it finds each type in the hold-out. */
export function drawTagger(finding: Finding, byType: [type: string, f1: number][]): Drawing[] {
  return [drawRounds(finding), { title: words.types, element: bars(byType, 'f1') }].map(withoutStyle);
}

/** The library puts a style element into each picture, which the page's policy would refuse; our own sheets do it. */
function withoutStyle(drawing: Drawing): Drawing {
  for (const style of drawing.element.querySelectorAll('style')) style.remove();
  return drawing;
}

function drawTarget({ task }: LabResult, target: readonly string[]): Drawing {
  const cells = target.filter((cell) => cell !== '');
  const marks =
    task.kind === 'classify'
      ? [Plot.barY(cells, Plot.groupX({ y: 'count' }, { x: (cell: string) => cell })), Plot.ruleY([0])]
      : [Plot.rectY(cells.map(Number), Plot.binX({ y: 'count' }, { x: (value: number) => value })), Plot.ruleY([0])];
  return {
    title: words.target,
    element: Plot.plot({ ...size, x: { label: task.target }, y: { label: words.rows }, marks }),
  };
}

function drawRounds({ rounds, metric }: Pick<Finding, 'rounds' | 'metric'>): Drawing {
  const scored = rounds.flatMap((round, index) =>
    round.score === null
      ? []
      : [{ round: index, score: round.score, kept: round.accepted ? words.kept : words.rejected }],
  );
  return {
    title: words.learning,
    element: Plot.plot({
      ...size,
      x: { label: words.round, interval: 1 },
      y: { label: metric, grid: true, nice: true },
      marks: [
        Plot.lineY(
          scored.filter(({ kept }) => kept === words.kept),
          { x: 'round', y: 'score', curve: 'step-after' },
        ),
        // Kept rounds are full, rejected ones hollow.
        Plot.dot(scored, {
          x: 'round',
          y: 'score',
          stroke: 'currentColor',
          fill: (row: { kept: string }) => (row.kept === words.kept ? 'currentColor' : 'none'),
        }),
      ],
    }),
  };
}

function drawMissing(profiles: readonly ColumnProfile[]): Drawing | null {
  const holes = profiles.filter(({ missingShare }) => missingShare > 0).slice(0, 25);
  if (holes.length === 0) return null;
  return {
    title: words.missing,
    element: bars(
      holes.map(({ name, missingShare }) => [name, missingShare * 100]),
      '%',
    ),
  };
}

function drawImportances({ importances }: LabResult): Drawing | null {
  if (importances.length === 0) return null;
  return {
    title: words.importances,
    element: bars(
      importances.slice(0, 20).map(({ column, importance }) => [column, importance]),
      words.importance,
    ),
  };
}

function bars(rows: [string, number][], label: string): Element {
  return Plot.plot({
    width: size.width,
    marginLeft: 170,
    x: { label, grid: true },
    y: { label: null, domain: rows.map(([name]) => name) },
    marks: [Plot.barX(rows, { x: (row: [string, number]) => row[1], y: (row: [string, number]) => row[0] })],
  });
}

function drawConfusion({ answers, predictions, plan }: LabResult): Drawing {
  const counts = new Map<string, number>();
  for (const [row, answer] of answers.entries()) {
    const prediction = predictions[row] ?? 0;
    const said = typeof prediction === 'number' ? '' : (plan.classes[largest(prediction)] ?? '');
    const key = JSON.stringify([answer, said]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const cells = [...counts].map(([key, count]) => {
    const [answer, said] = JSON.parse(key) as [string, string];
    return { answer, said, count };
  });
  const most = Math.max(...counts.values());
  return {
    title: words.confusion,
    element: Plot.plot({
      ...size,
      marginLeft: 110,
      padding: 0.05,
      x: { label: words.predicted, domain: plan.classes },
      y: { label: words.actual, domain: plan.classes },
      opacity: { type: 'identity' },
      marks: [
        // A tint of the text's own colour: its numbers stay readable on light and dark.
        Plot.cell(cells, {
          x: 'said',
          y: 'answer',
          fill: 'currentColor',
          fillOpacity: (cell: { count: number }) => (0.35 * cell.count) / most,
        }),
        Plot.text(cells, { x: 'said', y: 'answer', text: (cell: { count: number }) => String(cell.count) }),
      ],
    }),
  };
}

function drawResiduals({ answers, predictions, task }: LabResult): Drawing {
  const points = answers
    .map((answer, row) => ({ actual: Number(answer), predicted: Number(predictions[row] ?? 0) }))
    .slice(0, 2_000);
  const ends = points.map(({ actual }) => actual);
  const line = [Math.min(...ends), Math.max(...ends)].map((at) => ({ actual: at, predicted: at }));
  return {
    title: words.residuals,
    element: Plot.plot({
      ...size,
      x: { label: `${task.target}, ${words.actual}` },
      y: { label: words.predicted, grid: true },
      marks: [
        Plot.line(line, { x: 'actual', y: 'predicted', strokeDasharray: '4' }),
        Plot.dot(points, { x: 'actual', y: 'predicted', r: 2, strokeOpacity: 0.5 }),
      ],
    }),
  };
}

function drawForecast({ answers, predictions, task }: LabResult): Drawing {
  const points = answers.map((answer, row) => ({
    step: row + 1,
    actual: Number(answer),
    predicted: Number(predictions[row] ?? 0),
  }));
  return {
    title: words.forecast,
    element: Plot.plot({
      ...size,
      x: { label: words.step },
      y: { label: task.target, grid: true },
      marks: [
        Plot.lineY(points, { x: 'step', y: 'actual', strokeOpacity: 0.5 }),
        Plot.lineY(points, { x: 'step', y: 'predicted', strokeDasharray: '4' }),
      ],
    }),
  };
}
