import { expose } from 'comlink';
import type { AgentBenchApi } from '../src/protocol/agent-bench-api.ts';
import { AgentBench } from './bench/agent-bench.ts';

expose(new AgentBench() satisfies AgentBenchApi);
