import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { protectRuleOf, type ProtectRule } from '../../domain/index.ts';

const PLACES = new URL('../../../../db/seeds/places-to-protect.json', import.meta.url);
const PlacesFile = z.object({ needs: z.array(z.string()), words: z.array(z.string()).min(1) });

/** By what a service is seen to be for people in danger. */
export async function loadProtectRule(): Promise<ProtectRule> {
  return protectRuleOf(PlacesFile.parse(JSON.parse(await readFile(PLACES, 'utf8'))));
}
