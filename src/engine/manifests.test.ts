import { describe, expect, it } from 'vitest';
import jsonSchema from '../../model-manifests/schema.json' with { type: 'json' };
import { checkManifest, findManifest, listManifests, manifestSchema, resolveFiles } from './manifests.ts';

const manifest = {
  id: 'a-model',
  kind: 'agent',
  adapter: 'prefix-lm',
  name: 'A model',
  summary: 'For tests.',
  licence: 'MIT',
  languages: ['en'],
  embedded: true,
  folder: 'models/a-model',
  files: [{ path: 'model.onnx', sizeBytes: 3, sha256: 'a'.repeat(64) }],
};

describe('manifests', () => {
  it('are all valid, and named after their ids', () => {
    for (const { id } of listManifests()) expect(findManifest(id)).toMatchObject({ ok: true });
    expect(findManifest('errand-agent')).toMatchObject({ ok: true });
    expect(findManifest('none-such')).toMatchObject({ ok: false, code: 'manifest_unknown' });
  });

  it('have the fields that schema.json names', () => {
    const [object] = manifestSchema.pipe;
    expect(Object.keys(object.entries).sort()).toEqual(Object.keys(jsonSchema.properties).sort());
    const required = Object.entries(object.entries).filter(([, entry]) => entry.type !== 'optional');
    expect(required.map(([name]) => name).sort()).toEqual([...jsonSchema.required].sort());
    expect(object.entries.kind.options).toEqual(jsonSchema.properties.kind.enum);
    expect(object.entries.adapter.options).toEqual(jsonSchema.properties.adapter.enum);
  });

  it.each([
    ['a field too many', { ...manifest, extra: 1 }],
    ['a path that leaves the folder', { ...manifest, files: [{ ...manifest.files[0], path: '/etc/passwd' }] }],
    ['no files though embedded', { ...manifest, files: undefined }],
    ['a hash that is none', { ...manifest, files: [{ ...manifest.files[0], sha256: 'abc' }] }],
    ['no object', null],
  ])('are refused with %s', (_, data) => {
    expect(checkManifest(data)).toMatchObject({ ok: false, code: 'manifest_invalid' });
  });

  it('give absolute addresses under any sub-path', () => {
    const checked = checkManifest(manifest);
    if (!checked.ok) throw new Error(checked.message);
    const [file] = resolveFiles(checked.value, 'https://host/some/folder/');
    expect(file?.url).toBe('https://host/some/folder/models/a-model/model.onnx');
  });
});
