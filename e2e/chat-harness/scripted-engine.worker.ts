import { expose } from 'comlink';
import type { ChatModel } from '../../src/chat/chat-model.ts';
import { failure, success } from '../../src/core/outcome.ts';
import type { EngineApi } from '../../src/protocol/engine.ts';
import type { Adapter } from '../../workers/adapters/adapter.ts';
import { loadedChat } from '../../workers/adapters/chat/load-chat.ts';
import { EngineHost } from '../../workers/engine-host.ts';
import { scriptChannel, scriptedMark, type ScriptMessage, type ScriptQuestion, type ScriptStep } from './script.ts';

/** The engine worker with a model whose every answer the test gives; host, queue, prompts and parser are the app's own. */
const channel = new BroadcastChannel(scriptChannel);
const waiting = new Map<string, (step: ScriptStep) => void>();
channel.onmessage = ({ data }: MessageEvent<ScriptMessage>) => {
  if (data.kind === 'step') waiting.get(data.id)?.(data.step);
};

function ask(question: ScriptQuestion): Promise<ScriptStep> {
  const id = crypto.randomUUID();
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    channel.postMessage({ kind: 'question', id, question } satisfies ScriptMessage);
  });
}

function misbehave(step: ScriptStep): Promise<never> {
  if (step.do === 'throw') throw new Error(step.message);
  if (step.do === 'crash') {
    setTimeout(() => {
      throw new Error(scriptedMark);
    });
  }
  return new Promise(() => undefined);
}

const model: ChatModel = {
  form: 'contract',
  complete: async ({ messages }, onText, signal) => {
    const step = await ask({ what: 'answer', messages });
    if (step.do === 'fail') return failure(step.code, step.message);
    if (step.do === 'hold') {
      return new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          resolve(failure('interrupted', 'Stopped.'));
        });
      });
    }
    if (step.do !== 'answer') return misbehave(step);
    const pieces = step.text.match(/[^]{1,12}/gu) ?? [];
    pieces.forEach((_, place) => {
      onText(pieces.slice(0, place + 1).join(''));
    });
    return success({ text: step.text, tokens: pieces.length });
  },
  close: () => Promise.resolve(),
};

const openScripted: Adapter = async (request) => {
  const startedMs = performance.now();
  const step = await ask({ what: 'load' });
  if (step.do === 'fail') return failure(step.code, step.message);
  return step.do === 'load' ? success(loadedChat(model, request, 'webgpu', startedMs)) : misbehave(step);
};

const capabilities = { wasm: true, threads: false, webgpu: true, jspi: false };
expose(new EngineHost({ 'webllm-chat': openScripted }, () => Promise.resolve(capabilities)) satisfies EngineApi);
