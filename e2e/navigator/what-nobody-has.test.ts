import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pagesIn } from '../stage/pages-of-modules.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';

const region = regionUnderTest();
const WORKERS = ['salma', 'food', 'planner', 'inspector', 'librarian', 'privacy', 'admin'];
/** What stands in the place of a record in an address: what nobody has, and what is no record at all. */
const NOBODYS = ['0199aaaa-0000-7000-8000-0000000000ff', 'nobody', '7'];

test('a page about what nobody has says so, and none of them breaks', async () => {
  const pages = [...(await pagesIn('staff')), ...(await pagesIn('public'))].filter((path) => path.includes(':'));
  assert.ok(pages.length > 60, `${pages.length} pages are about a record`);
  const paths = pages.flatMap((page) => NOBODYS.map((nobodys) => `/fr/${page.replaceAll(/:\w+\??/g, nobodys)}`));
  const broken: string[] = [];
  for (const name of WORKERS) {
    const colleague = await region.colleague(`${name}@sabil.example`, 'fr');
    for (const path of paths) {
      const answer = await colleague.context.request.get(`${colleague.address}${path}`);
      if (answer.status() >= 500) broken.push(`${name}: ${path} ${answer.status()}`);
    }
    await colleague.leave();
  }
  assert.deepEqual(broken, []);
});

test('a part that a plan does not have is not found in it', async () => {
  const { planId } = await region.ask<{ planId: string }>('/public/plan');
  const planner = await region.colleague('planner@sabil.example', 'ar');
  const answer = await planner.page.goto(`${planner.address}/ar/plan/write/${planId}/items/${NOBODYS[0]}`);
  assert.equal(answer?.status(), 404);
  await planner.leave();
});
