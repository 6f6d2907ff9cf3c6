import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { NeedTerms } from '../../domain/index.ts';

const NEED_TERMS = new URL('../../../../db/seeds/taxonomy-to-needs.json', import.meta.url);
const NeedTermsFile = z.array(
  z.object({ needCode: z.string(), codes: z.array(z.string()), words: z.array(z.string()) }),
);

/** Which terms of other taxonomies mean which of our needs. */
export async function loadNeedTerms(): Promise<NeedTerms> {
  return NeedTermsFile.parse(JSON.parse(await readFile(NEED_TERMS, 'utf8')));
}
