import summarizer from '../python/summarizer.py?raw';
import type { SummaryPlan } from './choose-sentences.ts';

/** The script that a person takes home: it summarises other documents in the way that won. */
export function writeSummarizer(plan: SummaryPlan, count: number): string {
  return summarizer.replace('PLAN = None', () => `PLAN = json.loads('''${JSON.stringify({ ...plan, count })}''')`);
}
