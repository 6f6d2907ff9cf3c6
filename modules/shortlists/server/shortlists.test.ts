import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ANYONE } from '@qantara/kernel';
import { directoryModule, saveLocation, saveService } from '@qantara/directory/server';
import { get, inSystem, refusalOf } from '@qantara/identity/testing';
import { aPerson, openPeopleBench, type PeopleBench } from '@qantara/people/testing';
import type { SharedShortlist, Shortlist } from '../contract/index.ts';
import { shortlistsModule } from './index.ts';

let bench: PeopleBench;
let soup: string;
let bed: string;

before(async () => {
  bench = await openPeopleBench([directoryModule, shortlistsModule]);
  const organisationId = bench.organisations.food;
  const named = (name: string, locationIds: string[] = []) =>
    inSystem(bench, (ctx) => saveService(ctx, { organisationId, name: { en: name }, needCodes: [], locationIds }));
  const hidden = await inSystem(bench, (ctx) =>
    saveLocation(ctx, { organisationId, name: { en: 'Hidden house' }, address: '7 Secret Lane', isConfidential: true }),
  );
  soup = await named('Soup');
  bed = await named('Bed for the night', [hidden]);
});

after(() => bench.close());

const by = bench_ => bench_;

async function aList(serviceIds: string[] = []): Promise<Shortlist> {
  const { personId } = await aPerson(bench);
  const input = { personId, locale: 'ar', serviceIds };
  return get(bench, 'POST /people/:personId/shortlists', { input, actor: bench.navigator });
}

const of = ({ personId, shortlistId }: Shortlist) => ({ personId, shortlistId });
