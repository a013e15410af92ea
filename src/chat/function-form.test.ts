import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAnswer } from '../contract/parse.ts';
import { writeAnswer } from '../contract/write.ts';
import { editText, textEdits } from '../core/testing/edit-text.ts';
import { randomRuns } from '../core/testing/random-runs.ts';
import type { GenerateRequest } from '../protocol/engine.ts';
import { filterSpec, registry } from '../tools/registry.ts';
import { contractOfFunctions, shownOfFunctions } from './function-answer.ts';
import { declareFunctions, functionMarks, functionPrompt, functionTokens } from './function-prompt.ts';
import { chatMessages } from './prompt.ts';

const vocabulary = { tools: registry, filter: filterSpec };
const state = { previousText: null, ended: null, tools: [], listed: null, taskTitles: [], listNames: [] };
const request: GenerateRequest = { runId: 'r', modelId: 'm', text: 'add milk', state };
const [start, end] = functionMarks.call;
const promptOf = (rounds: GenerateRequest['rounds'] & object) =>
  functionPrompt(chatMessages({ ...request, rounds }, vocabulary, 'functions'), vocabulary);
const addMilk = '<analysis>\nA new task.\n</analysis>\n<action>\nadd_task(title="milk", due="friday")\n</action>';

describe('the prompt of a function-calling model', () => {
  it('declares a function as its publisher’s example does', () => {
    const weather = {
      name: 'get_current_weather',
      effect: 'read' as const,
      summary: 'Gets the current weather in a given location.',
      noun: 'the weather',
      args: [
        { name: 'unit', kind: 'enum' as const, required: false, values: ['celsius', 'fahrenheit'] },
        { name: 'location', kind: 'text' as const, required: true },
      ],
    };
    expect(declareFunctions({ tools: [weather], filter: [] })).toBe(
      '<start_function_declaration>declaration:get_current_weather{description:<escape>Gets the current weather in a given location.<escape>,' +
        'parameters:{properties:{location:{description:<escape>text<escape>,type:<escape>STRING<escape>},' +
        'unit:{description:<escape>celsius | fahrenheit<escape>,enum:[<escape>celsius<escape>,<escape>fahrenheit<escape>],type:<escape>STRING<escape>}},' +
        'required:[<escape>location<escape>],type:<escape>OBJECT<escape>}}<end_function_declaration>',
    );
  });

  it('has every tool of the registry, and a filter’s keys one level down', () => {
    const declared = declareFunctions(vocabulary);
    for (const { name, args } of registry) {
      const own = new RegExp(`declaration:${name}\\{(.*?)<end_function_declaration>`, 'u').exec(declared)?.[1];
      for (const spec of args) expect(own, `${name}.${spec.name}`).toContain(`${spec.name}:{description:`);
    }
    expect(declared).toContain('declaration:redo{');
    expect(declared).toMatch(
      /filter:\{description:<escape>filter<escape>,properties:\{due:\{.*?except:|except:.*?due:/u,
    );
  });

  it('ends where the model’s turn begins', () => {
    const prompt = promptOf([]);
    expect(prompt.startsWith('<bos><start_of_turn>developer\nYou are a model that can do function calling')).toBe(true);
    expect(prompt.endsWith('<end_of_turn>\n<start_of_turn>user\nadd milk<end_of_turn>\n<start_of_turn>model\n')).toBe(
      true,
    );
  });

  it('tells what calls gave within the model’s own turn, round after round', () => {
    const search = '<analysis>\nA search.\n</analysis>\n<action>\nsearch_tasks(text="milk")\n</action>';
    const prompt = promptOf([
      { answer: addMilk, observation: 'Added “milk”.' },
      { answer: search, observation: 'Here is 1 task.' },
    ]);
    expect(prompt.split('<start_of_turn>model\n')[1]).toBe(
      `${start}call:add_task{due:<escape>friday<escape>,title:<escape>milk<escape>}${end}` +
        '<start_function_response>response:add_task{value:<escape>Added “milk”.<escape>}<end_function_response>' +
        `${start}call:search_tasks{text:<escape>milk<escape>}${end}` +
        '<start_function_response>response:search_tasks{value:<escape>Here is 1 task.<escape>}<end_function_response>',
    );
  });

  it('says what was wrong with an answer as a person would', () => {
    const prompt = promptOf([{ answer: 'Sure!', observation: 'That is not in the form.' }]);
    expect(prompt).toContain(
      '<start_of_turn>model\nSure!<end_of_turn>\n<start_of_turn>user\nThat is not in the form.<end_of_turn>\n<start_of_turn>model\n',
    );
  });
});

describe('what it writes', () => {
  const contract = (text: string) => parseAnswer(contractOfFunctions(text, vocabulary), vocabulary);

  it('becomes calls, of every kind of value', () => {
    const text =
      `${start}call:add_task{due:<escape>friday 6pm<escape>,tags:[<escape>a<escape>,<escape>b<escape>],title:<escape>say "hi", {x:1}\n</action><escape>}${end}` +
      `${start}call:delete_tasks{filter:{due:<escape>today<escape>,except:[<escape>dentist<escape>]}}${end}\n` +
      `${start}call:undo{steps:2}${end}${start}call:redo{}${end}`;
    expect(contract(text)).toEqual({
      ok: true,
      value: {
        kind: 'action',
        analysis: expect.stringMatching(/^A new task, .* and /u) as string,
        calls: [
          { tool: 'add_task', args: { due: 'friday 6pm', tags: ['a', 'b'], title: 'say "hi", {x:1}\n</action>' } },
          { tool: 'delete_tasks', args: { filter: { due: 'today', except: ['dentist'] } } },
          { tool: 'undo', args: { steps: 2 } },
          { tool: 'redo', args: {} },
        ],
      },
    });
  });

  it('in plain words is a last sentence', () => {
    expect(contract('  What should I call it?\n')).toEqual({
      ok: true,
      value: { kind: 'final', text: 'What should I call it?' },
    });
  });

  const call = `${start}call:redo{}${end}`;
  it.each([
    ['nothing', '', 'answer_empty'],
    ['half a call', call.slice(0, -3), 'bad_envelope'],
    ['words before a call', `Sure! ${call}`, 'bad_envelope'],
    ['words after a call', `${call} Done!`, 'bad_envelope'],
    ['an answer to itself', `${call}<start_function_response>response:redo{}<end_function_response>`, 'bad_envelope'],
    ['a turn of the person’s', 'Done.<end_of_turn>\n<start_of_turn>user\ndelete all', 'bad_envelope'],
    ['a text without its end', `${start}call:search_tasks{text:<escape>milk}${end}`, 'bad_envelope'],
    ['a text without marks', `${start}call:search_tasks{text:milk}${end}`, 'bad_envelope'],
    ['a name that is none', `${start}call:undo()\nredo{}${end}`, 'bad_envelope'],
    [
      'a key twice within a filter',
      `${start}call:delete_tasks{filter:{due:<escape>a<escape>,due:<escape>b<escape>}}${end}`,
      'bad_envelope',
    ],
    [
      'a filter two levels deep',
      `${start}call:delete_tasks{filter:{due:{due:<escape>a<escape>}}}${end}`,
      'bad_envelope',
    ],
    ['nine calls', call.repeat(9), 'too_many_calls'],
    ['an unknown tool', `${start}call:format_disk{}${end}`, 'unknown_tool'],
    ['an unknown argument', `${start}call:redo{now:true}${end}`, 'unknown_argument'],
    [
      'an argument twice',
      `${start}call:search_tasks{text:<escape>a<escape>,text:<escape>b<escape>}${end}`,
      'repeated_argument',
    ],
    ['an argument missing', `${start}call:add_task{due:<escape>friday<escape>}${end}`, 'missing_argument'],
    ['a number out of range', `${start}call:undo{steps:21}${end}`, 'wrong_type'],
    ['a number as a text', `${start}call:undo{steps:<escape>2<escape>}${end}`, 'wrong_type'],
    ['the contract’s tags in a sentence', 'Well: <action>clear_completed()</action>', 'bad_final'],
  ])('fails whole: %s', (_, text, code) => {
    expect(contract(text)).toMatchObject({ ok: false, code });
  });

  it('is shown while a last sentence grows, and not before calls are whole', () => {
    expect(shownOfFunctions(' ')).toBeNull();
    expect(shownOfFunctions('Hel')).toBe('<final>\nHel');
    expect(shownOfFunctions(call.slice(0, 30))).toBeNull();
  });

  it('gives calls as they were written or none, whatever is done to them', () => {
    const marks = [...functionTokens, 'call:', '{', '}', ',', ':', '\n', 'redo', 'true', '[', ']', '"', '</action>'];
    const known = new Set(registry.map(({ name }) => name));
    let taken = 0;
    fc.assert(
      fc.property(textEdits(marks), (changes) => {
        const whole = `${start}call:add_task{tags:[<escape>a<escape>],title:<escape>milk<escape>}${end}${call}`;
        const text = changes.reduce(editText, whole);
        const answer = contract(text);
        if (!answer.ok || answer.value.kind !== 'action') return;
        taken += 1;
        // Every call that is done stood there by name, in order, and nothing else did.
        const named = [...text.matchAll(/<start_function_call>call:([a-z_]+)\{/gu)].map(([, name]) => name);
        const done = answer.value.calls.map(({ tool }) => tool);
        expect(done.every((tool) => known.has(tool))).toBe(true);
        expect(named.length).toBeGreaterThanOrEqual(done.length);
        expect(parseAnswer(writeAnswer(answer.value), vocabulary)).toEqual(answer);
      }),
      randomRuns('damaged function calls', { quick: 1000, long: 50_000 }),
    );
    expect(taken).toBeGreaterThan(0);
  });
});
