import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Doubt } from '../protocol/engine.ts';
import { calibrated, calibrationSchema, doubtFeatures, type Calibration } from './calibration.ts';
import { findManifest } from './manifests.ts';

/** Written by training/agent/confidence.py with the coefficients of the published model. */
const fixture = JSON.parse(
  readFileSync(new URL('../../training/agent/fixtures/confidence.json', import.meta.url), 'utf8'),
) as { calibration: Calibration; rows: { doubt: Doubt; confidence: number }[] };

describe('calibrated', () => {
  it('says what the trainer says of the same doubt', () => {
    expect(fixture.rows.length).toBeGreaterThan(20);
    for (const { doubt, confidence } of fixture.rows) {
      expect(calibrated(doubt, fixture.calibration)).toBeCloseTo(confidence, 5);
    }
  });

  it('uses the coefficients that the manifests carry', () => {
    for (const id of ['errand-agent', 'errand-agent-webllm', 'errand-agent-webllm-f16']) {
      const manifest = findManifest(id);
      expect(manifest.ok && manifest.value.calibration).toEqual(fixture.calibration);
    }
  });

  it('names a coefficient for every feature, and no other', () => {
    const doubt = fixture.rows[0]?.doubt;
    if (doubt === undefined) throw new Error('The fixture is empty');
    const named = Object.keys(calibrationSchema.entries).filter((name) => name !== 'bias');
    expect(Object.keys(doubtFeatures(doubt)).sort()).toEqual(named.sort());
  });

  it('stays a probability at the ends', () => {
    const sure: Doubt = { lowest: 1, second: 1, sumLog: 0, chosen: 0, legal: 1, calls: 0 };
    const lost: Doubt = { lowest: 0, second: 0, sumLog: -Infinity, chosen: 200, legal: 0, calls: 8 };
    for (const doubt of [sure, lost]) {
      const confidence = calibrated(doubt, fixture.calibration);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
    expect(calibrated(sure, fixture.calibration)).toBeGreaterThan(calibrated(lost, fixture.calibration));
  });
});
