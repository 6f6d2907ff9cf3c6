import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { FoundServices } from '@qantara/directory/contract';
import type { Indicator } from '@qantara/indicators/contract';
import { makeEmbed } from '../stage/ask-as.ts';
import { lookAt } from '../stage/look-at.ts';
import { pagesIn } from '../stage/pages-of-modules.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

/** Pages that lead elsewhere for somebody who is not between two steps; they are looked at in journeys of their own. */
const SEEN_ELSEWHERE = [
  // A calendar is a file.
  'governance/calendar/:bodyId/:key',
  'sign-in/second-factor',
  'sign-in/provider',
  'sign-in/return',
  'enrol/:token',
  'setup',
  'keep/:token',
  'keep/:token/:serviceId',
  'list/:token',
  'r/:token',
  'tell/:token',
  'my-file',
  'my-file.json',
  'my-papers',
  'follow/messages',
  'follow/words/:referralId',
  'follow/stop',
  'follow/account',
  'follow/account/add',
  'follow/account/password',
  'follow/account/end',
  'receipt/:token',
  'plans/:planId/files/:format',
  'plans/:planId/late.csv',
  'observatory/:templateCode/:period/table.csv',
];

async function anEmbed(): Promise<string> {
  const planner = await region.colleague('planner@sabil.example', 'fr');
  const path = await makeEmbed(planner);
  await planner.leave();
  return path;
}

async function addresses(): Promise<string[]> {
  const found = await region.ask<FoundServices>('/services?words=');
  const { indicators } = await region.ask<{ indicators: Indicator[] }>('/indicators');
  const institutions = await region.ask<{ items: { institutionId: string }[] }>('/public/institutions');
  const assets = await region.ask<{ items: { assetId: string }[] }>('/public/assets');
  const { shelves } = await region.ask<{ shelves: { reports: { templateCode: string; period: string }[] }[] }>(
    '/public/observatory',
  );
  const { plans } = await region.ask<{ plans: { planId: string }[] }>('/public/plans');
  const known: Record<string, string[]> = {
    'institutions/:institutionId': institutions.items.slice(0, 3).map((one) => `institutions/${one.institutionId}`),
    'assets/:assetId': assets.items.slice(0, 5).map(({ assetId }) => `assets/${assetId}`),
    'plan/nodes/:number': ['A', '1', '1.1', '3.1'].map((number) => `plan/nodes/${number}`),
    'plans/:planId/nodes/:number': plans.slice(0, 1).map(({ planId }) => `plans/${planId}/nodes/1`),
    'plans/:planId/report': plans.map(({ planId }) => `plans/${planId}/report`),
    ...Object.fromEntries(
      ['late', 'who', 'changes', 'places'].map((part) => [
        `plans/:planId/${part}`,
        plans.map(({ planId }) => `plans/${planId}/${part}`),
      ]),
    ),
    'plans/:planId': plans.map(({ planId }) => `plans/${planId}`),
    'services/:serviceId': found.items.slice(0, 2).map(({ serviceId }) => `services/${serviceId}`),
    'services/:serviceId/suggest': found.items
      .slice(0, 1)
      .flatMap(({ serviceId }) =>
        ['', '?kind=change', '?kind=claim'].map((kind) => `services/${serviceId}/suggest${kind}`),
      ),
    'consent-texts/:purpose/:number': ['consent-texts/referral/1', 'consent-texts/follow_up/1'],
    'embed/:embedKey': [await anEmbed()],
    'observatory/:templateCode/:period': shelves.flatMap(({ reports }) =>
      reports.map(({ templateCode, period }) => `observatory/${templateCode}/${period}`),
    ),
    'plan/indicators/:code': indicators.map(({ code }) => `plan/indicators/${code}`),
  };
  const all = [...(await pagesIn('public')), ...(await pagesIn('embed'))];
  const pages = all.filter((path) => !SEEN_ELSEWHERE.includes(path));
  const filled = pages.flatMap((path) => known[path] ?? [path]);
  assert.deepEqual(
    filled.filter((path) => path.includes(':')),
    [],
    'every page with a place to fill in is filled in',
  );
  return ['', 'gallery', 'accessibility', 'privacy', ...filled].map((path) => (path === '' ? '' : `/${path}`));
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    test('every page for residents is whole, accessible and as narrow as a telephone', async () => {
      const visitor = await region.visitor({ locale });
      for (const path of await addresses()) {
        assert.equal(await visitor.open(path), 200, path);
        await lookAt(visitor);
      }
      assert.equal(await visitor.open('/no-such-page'), 404);
      await lookAt(visitor);
      await visitor.leave();
    });

    test('a page for residents brings no script', async () => {
      const visitor = await region.visitor({ locale });
      for (const path of ['', '/services', '/ask', '/follow', '/plan']) {
        await visitor.open(path);
        assert.equal(await visitor.page.locator('script[src], link[rel=modulepreload]').count(), 0, path);
      }
      await visitor.leave();
    });
  });
