import { prebuiltAppConfig } from '@mlc-ai/web-llm';
import { describe, expect, it } from 'vitest';
import { listManifests } from './manifests.ts';

const published = listManifests().filter(({ settings }) => settings?.['prebuiltModel'] !== undefined);

describe('manifests of web-llm’s published models', () => {
  it('are there', () => {
    expect(published.length).toBeGreaterThanOrEqual(10);
  });

  it.each(published.map((manifest) => [manifest.id, manifest] as const))(
    '%s says what the installed package says',
    (_, manifest) => {
      const record = prebuiltAppConfig.model_list.find(
        ({ model_id }) => model_id === manifest.settings?.['prebuiltModel'],
      );
      expect(record).toBeDefined();
      expect(manifest.adapter).toBe('webllm-chat');
      expect(manifest.source).toEqual({
        kind: 'mlc',
        model: record?.model,
        revision: 'main',
        library: record?.model_lib,
      });
      expect(manifest.embedded).toBe(false);
      expect(manifest.settings?.['memoryMb']).toBe(record?.vram_required_MB);
      expect(manifest.settings?.['lowResource']).toBe(record?.low_resource_required);
      expect(manifest.settings?.['requiresShaderF16']).toBe(record?.required_features?.includes('shader-f16') ?? false);
      expect(manifest.context).toBe(record?.overrides?.context_window_size);
      expect(record?.model_id).toContain(manifest.quantization);
    },
  );
});
