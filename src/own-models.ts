import { originOf } from './connect-origins.ts';
import { failure, success, type Outcome } from './core/outcome.ts';
import { checkManifest, findManifest, type ModelManifest } from './engine/manifests.ts';
import { graphFileOf } from './protocol/graph-file.ts';
import { indexFiles, listModelFiles, plainFiles, type FileSource, type WantedFile } from './protocol/model-files.ts';
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
  return manifestFor(name, 'webllm-chat', source, own);
}

type TakenFile = { wanted: WantedFile; contents: Blob };
type FolderModel = { manifest: ModelManifest; files: TakenFile[] };

/** A model in a folder of the person's, in web-llm's layout where it has a library, in transformers.js's otherwise. */
export async function addFolder(
  name: string,
  files: readonly File[],
  own: readonly ModelManifest[],
): Promise<Outcome<FolderModel, string>> {
  // Addresses that nothing can ever be fetched from: the files are in the caches or nowhere.
  const base = `https://folder.invalid/${newId(name, own)}`;
  const library = files.find((file) => file.name.endsWith('.wasm'));
  if (library !== undefined) return addWebLlmFolder(name, base, library, files, own);
  const byPath = new Map(files.map((file) => [pathIn(file), file]));
  if (![...byPath.keys()].some((path) => path.endsWith('.onnx'))) return missing('*.wasm, onnx/model*.onnx');
  return addPlainFolder(name, base, byPath, own);
}

/** Every file that its indexes name has to be there. */
async function addWebLlmFolder(
  name: string,
  base: string,
  library: File,
  files: readonly File[],
  own: readonly ModelManifest[],
): Promise<Outcome<FolderModel, string>> {
  const byName = new Map(files.map((file) => [file.name, file]));
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
  const taken: TakenFile[] = [];
  for (const wanted of [config, tensors, ...listed.value]) {
    const file = wanted.url === source.library ? library : byName.get(nameIn(wanted.url));
    if (file === undefined) return missing(nameIn(wanted.url));
    taken.push({ wanted, contents: file });
  }
  const manifest = manifestFor(name, 'webllm-chat', source, own);
  return manifest.ok ? success({ manifest: manifest.value, files: taken }) : manifest;
}

const plainFilesNeeded = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];
const plainFilesUsed = ['generation_config.json', 'chat_template.jinja'];

/** Of several graphs the one that is smallest and quickest on a processor is taken. */
function addPlainFolder(
  name: string,
  base: string,
  files: ReadonlyMap<string, File>,
  own: readonly ModelManifest[],
): Outcome<FolderModel, string> {
  const absent = plainFilesNeeded.find((path) => !files.has(path));
  if (absent !== undefined) return missing(absent);
  const graph = graphFileOf([...files.keys()]);
  if (graph === null) return missing('onnx/model*.onnx');
  const used = [...plainFilesNeeded, ...plainFilesUsed, graph.path];
  const paths = [...files.keys()].filter((path) => used.includes(path) || path.startsWith(`${graph.path}_data`));
  const source = { kind: 'files' as const, folder: `${base}/`, paths };
  const taken = plainFiles(source).flatMap((wanted, place): TakenFile[] => {
    const contents = files.get(paths[place] ?? '');
    return contents === undefined ? [] : [{ wanted, contents }];
  });
  const manifest = manifestFor(name, 'transformers-chat', source, own);
  return manifest.ok ? success({ manifest: manifest.value, files: taken }) : manifest;
}

function missing(what: string): Outcome<never, string> {
  return failure('folder', `${problems.folder} ${problems.missing(what)}`);
}

/** Where a file lies within the folder that was chosen. */
function pathIn({ webkitRelativePath, name }: File): string {
  return webkitRelativePath.includes('/') ? webkitRelativePath.slice(webkitRelativePath.indexOf('/') + 1) : name;
}

function manifestFor(
  name: string,
  adapter: 'webllm-chat' | 'transformers-chat',
  source: FileSource,
  own: readonly ModelManifest[],
): Outcome<ModelManifest, string> {
  if (name.trim() === '') return failure('name', problems.name);
  return checkManifest({
    id: newId(name, own),
    kind: 'agent',
    adapter,
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
