import { expose } from 'comlink';
import type { TextApi } from '../src/protocol/text-api.ts';
import { openEncoder } from './adapters/encoder.ts';
import { TextHost } from './text-host.ts';

expose(new TextHost(openEncoder) satisfies TextApi);
