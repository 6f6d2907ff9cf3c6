import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { PlanFileFormat, type PlanDocument } from '../../contract/index.ts';
import { openPlanFile } from './open-plan-file.ts';
import { writePlanFile } from './plan-file.ts';
import { anyDocument } from './testing.ts';

async function throughFile(document: PlanDocument, format: PlanFileFormat) {
  const { fileName, content } = writePlanFile(document, format);
  return openPlanFile([{ fileName, content: Buffer.from(content, 'base64') }]);
}

for (const format of PlanFileFormat.options) {
  test(`whatever a plan says, ${format} gives it back unchanged`, async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        const { document: back, faults } = await throughFile(document, format);
        assert.deepEqual(faults, []);
        assert.deepEqual(back, document);
      }),
      { numRuns: 150 },
    );
  });
}
