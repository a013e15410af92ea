import { addConnectOrigin } from './add-connect-origin.ts';
import type { ConnectOriginProblem } from './connect-origins.ts';
import { failure, success, type Outcome } from './core/outcome.ts';
import { modelStrings } from './view/models/strings.ts';

const { address, notSecure, noWorker } = modelStrings.problems;
const words = { 'not-an-address': address, 'not-secure': notSecure, 'no-worker': noWorker };

/** Lets the page connect to a host that files are downloaded from, from the next load on; a sentence where it cannot. */
export async function allowHost(host: string): Promise<Outcome<null, ConnectOriginProblem>> {
  const added = await addConnectOrigin(host);
  return added.ok ? success(null) : failure(added.problem, words[added.problem]);
}
