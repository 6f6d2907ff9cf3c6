import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { LOCALES, newId, translatorFor, type Locale, type Translate } from '@qantara/kernel';
import type { Program } from '@qantara/identity/contract';
import { actorInRole, countRows, get } from '@qantara/identity/testing';
import { aConsent, aPerson } from '@qantara/people/testing';
import { withTables } from '@qantara/platform';
import { aReferral, openReferralsBench, type ReferralsBench } from '@qantara/referrals/testing';
import { webhooksModuleWith } from './index.ts';
import { beginWebhook } from './keep-webhooks.ts';
import { NEWS_OF_WEBHOOKS } from './tell-webhooks.ts';
import type { WebhooksTables } from './tables.gen.ts';

const WORDS = Object.fromEntries(LOCALES.map((locale) => [locale, translatorFor(locale, {})])) as Record<
  Locale,
  Translate
>;
const admin = actorInRole('administrator', null);

let bench: ReferralsBench;
before(async () => {
  bench = await openReferralsBench([webhooksModuleWith(WORDS)]);
});
after(() => bench.database.close());

test('a Subscription of a program whose scopes were narrowed so that it reads no Task tells it of none', async () => {
  const input = {
    name: 'Records',
    organisationId: bench.organisations.food,
    role: 'partner',
    contact: 'them',
    scopes: 'system/*.cruds',
    keysAddress: 'https://clinic.example/keys',
  };
  const { program } = await get<{ program: Program }>(bench, 'POST /programs', { input, actor: admin });
  const { programId } = program;
  await bench.executor.asSystem(async (ctx) => {
    await beginWebhook(withTables<WebhooksTables>(ctx), {
      programId,
      format: 'fhir',
      channel: 'rest-hook',
      endpoint: 'https://clinic.example/news',
      types: ['referral.sent'],
      criteria: {},
    });
  });
  await bench.database.pool.query({ text: `update webhooks.webhook set state = 'active'`, values: [] });
  const { personId } = await aPerson(bench);
  await aConsent(bench, personId);
  const { referralId } = await aReferral(bench, personId);
  const [told] = NEWS_OF_WEBHOOKS.filter(({ event }) => event === 'referral.sent');
  const happens = () =>
    bench.executor.asSystem(async (ctx) => {
      const event = {
        eventId: newId(),
        type: 'referral.sent',
        subject: referralId,
        personId,
        data: {},
        at: new Date(),
      };
      await told?.handle(withTables<WebhooksTables>(ctx), event);
    });
  await happens();
  assert.equal(await countRows(bench, 'webhooks.delivery'), 1);
  const narrowed = { programId, scopes: 'system/Subscription.cruds' };
  await get(bench, 'POST /programs/:programId/scopes', { input: narrowed, actor: admin });
  await happens();
  assert.equal(await countRows(bench, 'webhooks.delivery'), 1);
});
