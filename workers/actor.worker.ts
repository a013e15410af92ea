import { expose } from 'comlink';
import type { ActorApi } from '../src/protocol/actor.ts';
import { ActorHost } from './actor-host.ts';
import { openActor } from './adapters/actor/open-actor.ts';

expose(new ActorHost(openActor) satisfies ActorApi);
