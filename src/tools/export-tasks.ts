import { success } from '../core/outcome.ts';
import { exportFormats, type ExportFormat } from '../core/plan.ts';
import { liveTasks } from '../core/task.ts';
import { defineTool, oneOf, required, type ToolContext } from './define-tool.ts';
import { writeCsv } from './export-csv.ts';
import { writeICalendar } from './export-icalendar.ts';
import { writeJson } from './export-json.ts';
import { writeMarkdown } from './export-markdown.ts';
import { today } from '../core/local-time.ts';

type Writer = (context: Pick<ToolContext, 'state' | 'clock'>) => string;

const writers: { readonly [Format in ExportFormat]: Writer } = {
  json: writeJson,
  csv: writeCsv,
  ics: writeICalendar,
  md: writeMarkdown,
};

export const exportTasks = defineTool({
  name: 'export_tasks',
  effect: 'read',
  summary: 'Makes a file of all tasks that are not in the trash.',
  noun: 'an export',
  examples: ['export my tasks as csv'],
  args: { format: required(oneOf(exportFormats)) },
  run: ({ format }, { state, clock }) =>
    success({
      operations: [],
      result: {
        kind: 'exported',
        format,
        taskCount: liveTasks(state).length,
        fileName: `errand-${today(clock)}.${format}`,
        content: writers[format]({ state, clock }),
      },
    }),
});
