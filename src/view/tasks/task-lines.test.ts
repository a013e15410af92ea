import { expect, it } from 'vitest';
import { taskLines } from './task-lines.ts';

it('takes each line as a title, without its bullet', () => {
  expect(taskLines('- Buy milk\r\n\r\n  * [x] Call\n2. Send\n• Post\n2026 plan\n-5 degrees\n')).toEqual([
    'Buy milk',
    'Call',
    'Send',
    'Post',
    '2026 plan',
    '-5 degrees',
  ]);
});
