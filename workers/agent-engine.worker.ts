import { expose } from 'comlink';
import type { EngineApi } from '../src/protocol/engine.ts';
import { openPrefixLm } from './adapters/prefix-lm.ts';
import { openTransformersChat } from './adapters/transformers-chat.ts';
import { openWebLlmChat } from './adapters/webllm-chat.ts';
import { openWebLlm } from './adapters/webllm.ts';
import { readCapabilities } from './engine-capabilities.ts';
import { EngineHost } from './engine-host.ts';

expose(
  new EngineHost(
    {
      'prefix-lm': openPrefixLm,
      webllm: openWebLlm,
      'webllm-chat': openWebLlmChat,
      'transformers-chat': openTransformersChat,
    },
    readCapabilities,
  ) satisfies EngineApi,
);
