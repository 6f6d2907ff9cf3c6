import { saveNeeds } from '@qantara/directory/server';
import { bringForm } from '@qantara/forms/server';
import type { AnyCtx } from '@qantara/platform';
import { seeds } from './read-seed.ts';

/** What every region starts with, invented or real: the needs and the screening form. A region changes them as data. */
export async function loadBasics(ctx: AnyCtx): Promise<void> {
  await saveNeeds(ctx, seeds.needs());
  await bringForm(ctx, { ...seeds.screening(), purpose: 'screening' });
}
