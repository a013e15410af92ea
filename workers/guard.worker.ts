import { expose } from 'comlink';
import type { GuardApi } from '../src/protocol/guard-api.ts';
import { openGuardBert } from './adapters/guard-bert.ts';
import { GuardHost } from './guard-host.ts';

expose(new GuardHost(openGuardBert) satisfies GuardApi);
