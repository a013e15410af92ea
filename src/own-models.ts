import { originOf } from './connect-origins.ts';
import { failure, success, type Outcome } from './core/outcome.ts';
import { checkManifest, findManifest, type ModelManifest } from './engine/manifests.ts';
import { indexFiles, listModelFiles, type FileSource, type WantedFile } from './protocol/model-files.ts';
import { modelStrings } from './view/models/strings.ts';

const problems = modelStrings.problems;

/** A model whose address the person gave. Nothing is fetched yet. */
export function addAddress(
  { name, model, library }: { name: string; model: string; library: string },
  own: readonly ModelManifest[],
): Outcome<ModelManifest, string> {
  for (const address of [model, library]) {
    const origin = originOf(address);
    if (origin === 'not-secure') return failure('address', problems.notSecure);
    if (!origin.startsWith('http')) return failure('address', problems.address);
  }
  const source = { kind: 'mlc' as const, model: new URL(model).href, revision: 'main', library: new URL(library).href };
  return manifestFor(name, source, own);
}

/** A model in a folder of the person's: every file that its indexes name has to be there. */
export async function addFolder(
  name: string,
  files: readonly File[],
  own: readonly ModelManifest[],
): Promise<Outcome<{ manifest: ModelManifest; files: { wanted: WantedFile; contents: Blob }[] }, string>> {
  const byName = new Map(files.map((file) => [file.name, file]));
  const library = files.find((file) => file.name.endsWith('.wasm'));
  const missing = (what: string) => failure('folder', `${problems.folder} ${problems.missing(what)}`);
  if (library === undefined) return missing('*.wasm');
  const id = newId(name, own);
  // Addresses that nothing can ever be fetched from: the files are in the caches or nowhere.
  const base = `https://folder.invalid/${id}`;
  const source = {
    kind: 'mlc' as const,
    model: base,
    revision: 'main',
    library: `${base}/${encodeURIComponent(library.name)}`,
  };
  const { config, tensors } = indexFiles(source);
  const contents: unknown[] = [];
  for (const { url } of [config, tensors]) {
    const file = byName.get(nameIn(url));
    if (file === undefined) return missing(nameIn(url));
    contents.push(
      await file
        .text()
        .then((text): unknown => JSON.parse(text))
        .catch(() => null),
    );
  }
  const listed = listModelFiles(source, contents[0], contents[1]);
  if (!listed.ok) return failure('folder', listed.message);
  const taken: { wanted: WantedFile; contents: Blob }[] = [];
  for (const wanted of [config, tensors, ...listed.value]) {
    const file = wanted.url === source.library ? library : byName.get(nameIn(wanted.url));
    if (file === undefined) return missing(nameIn(wanted.url));
    taken.push({ wanted, contents: file });
  }
  const manifest = manifestFor(name, source, own);
  return manifest.ok ? success({ manifest: manifest.value, files: taken }) : manifest;
}

function manifestFor(name: string, source: FileSource, own: readonly ModelManifest[]): Outcome<ModelManifest, string> {
  if (name.trim() === '') return failure('name', problems.name);
  return checkManifest({
    id: newId(name, own),
    kind: 'agent',
    adapter: 'webllm-chat',
    name: name.trim().slice(0, 80),
    summary: 'A model that you added yourself.',
    licence: 'LicenseRef-unknown',
    languages: ['en'],
    source,
  });
}

function newId(name: string, own: readonly ModelManifest[]): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/gu) ?? ['model'];
  const base = `own-${words.join('-').slice(0, 40).replace(/-+$/u, '')}`;
  const isTaken = (id: string) => own.some((manifest) => manifest.id === id) || findManifest(id).ok;
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${String(number)}`;
    if (!isTaken(id)) return id;
  }
}

function nameIn(url: string): string {
  return decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '');
}
