import { failure, success } from '../../core/outcome.ts';
import { defineCall, optional, text } from './define-call.ts';
import type { CallContext } from './define-call.ts';
import { matches, newestFirst, newId, notFound, pageFields, pageOf } from './parts.ts';
import type { StoredFile } from './state.ts';

const app = 'files';

function ownFiles({ state, me }: CallContext): StoredFile[] {
  return newestFirst(state.file.filter(({ ownerId }) => ownerId === me.id));
}

function findFile(context: CallContext, path: string): StoredFile | undefined {
  return ownFiles(context).find((file) => file.path === path);
}

const path = text('Its path', 120);

/** Receipts, bills and notes. */
export const fileCalls = [
  defineCall({
    app,
    name: 'show_files',
    effect: 'read',
    about: 'Lists files, of one folder if given, the newest first.',
    returns: 'more, rows of path, date',
    args: { folder: optional(text('Like "bills"', 60)), ...pageFields },
    run: (args, context) => {
      const rows = ownFiles(context).filter(
        ({ path }) => args.folder === undefined || path.startsWith(`${args.folder}/`),
      );
      return success(
        pageOf(
          rows.map(({ path, at }) => ({ path, date: at.slice(0, 10) })),
          args,
        ),
      );
    },
  }),
  defineCall({
    app,
    name: 'search_files',
    effect: 'read',
    about: 'Finds files by words of their path or text.',
    returns: 'more, rows of path, date',
    args: { query: text('Words', 60), ...pageFields },
    run: (args, context) => {
      const rows = ownFiles(context).filter((file) => matches(`${file.path} ${file.text}`, args.query));
      return success(
        pageOf(
          rows.map(({ path, at }) => ({ path, date: at.slice(0, 10) })),
          args,
        ),
      );
    },
  }),
  defineCall({
    app,
    name: 'read_file',
    effect: 'read',
    about: 'Reads a file.',
    returns: 'the text',
    args: { path },
    run: (args, context) => {
      const file = findFile(context, args.path);
      return file === undefined ? notFound('file', args.path) : success(file.text);
    },
  }),
  defineCall({
    app,
    name: 'create_file',
    effect: 'write',
    about: 'Writes a new file.',
    returns: 'path',
    args: { path, text: text('What it says', 2000) },
    run: (args, context) => {
      const { state, me } = context;
      if (findFile(context, args.path) !== undefined) return failure('conflict', `${args.path} is there already.`);
      state.file.push({ id: newId(state), ownerId: me.id, path: args.path, text: args.text, at: state.now });
      return success({ path: args.path });
    },
  }),
  defineCall({
    app,
    name: 'update_file',
    effect: 'write',
    about: 'Replaces the text of a file.',
    returns: 'path',
    args: { path, text: text('What it says', 2000) },
    run: (args, context) => {
      const file = findFile(context, args.path);
      if (file === undefined) return notFound('file', args.path);
      file.text = args.text;
      return success({ path: args.path });
    },
  }),
  defineCall({
    app,
    name: 'rename_file',
    effect: 'write',
    about: 'Gives a file another path.',
    returns: 'path',
    args: { path, new_path: text('The new path', 120) },
    run: (args, context) => {
      const file = findFile(context, args.path);
      if (file === undefined) return notFound('file', args.path);
      if (findFile(context, args.new_path) !== undefined)
        return failure('conflict', `${args.new_path} is there already.`);
      file.path = args.new_path;
      return success({ path: args.new_path });
    },
  }),
  defineCall({
    app,
    name: 'delete_file',
    effect: 'write',
    about: 'Deletes a file.',
    returns: 'path',
    args: { path },
    run: (args, context) => {
      const file = findFile(context, args.path);
      if (file === undefined) return notFound('file', args.path);
      context.state.file = context.state.file.filter((other) => other !== file);
      return success({ path: args.path });
    },
  }),
  defineCall({
    app,
    name: 'show_folders',
    effect: 'read',
    about: 'Lists the folders.',
    returns: 'a list of texts',
    args: {},
    run: (_, context) => {
      const folders = ownFiles(context).map(({ path }) => path.split('/').slice(0, -1).join('/'));
      return success([...new Set(folders)].filter((folder) => folder !== '').sort());
    },
  }),
];
