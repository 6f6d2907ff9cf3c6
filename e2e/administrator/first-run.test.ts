import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import type { Visitor } from '../stage/visitor.ts';

const region = regionUnderTest({ sample: false });
const PASSWORD = 'quiet herons cross the delta';

function printedCode(): string {
  return /with the code (\S+)/.exec(region.printed())?.[1] ?? '';
}

async function fill(visitor: Visitor, code: string, email = 'first@region.example'): Promise<void> {
  await visitor.type('identity.field.setupCode', code);
  await visitor.type('identity.field.displayName', 'أمينة Mansour');
  await visitor.type('identity.field.email', email);
  await visitor.type('identity.field.password', PASSWORD);
  await visitor.press('identity.setup.go');
}

test('an empty region leads whoever wants to sign in to its first page', async () => {
  for (const locale of ['ar', 'fr'] as const) {
    const visitor = await region.visitor({ locale });
    await visitor.open('/sign-in');
    await visitor.follow(visitor.t('identity.sign_in.setup_link'));
    await lookAt(visitor);
    await visitor.leave();
  }
});

test('a wrong code creates nobody and loses nothing that was typed', async () => {
  const visitor = await region.visitor({ locale: 'ar' });
  await visitor.open('/setup');
  await fill(visitor, 'WRONG-CODE-0000');
  await visitor.reads('refusal.wrong_setup_code');
  assert.equal(await visitor.field('identity.field.email').inputValue(), 'first@region.example');
  await lookAt(visitor);
  await visitor.leave();
});

test('the printed code creates the administrator, and a second use is refused', async () => {
  const first = await region.visitor({ locale: 'ar' });
  const second = await region.visitor({ locale: 'fr' });
  await first.open('/setup');
  await second.open('/setup');
  await fill(first, printedCode());
  assert.equal(first.where(), '/ar/sign-in');
  await fill(second, printedCode(), 'second@region.example');
  assert.equal(second.where(), '/fr/sign-in', 'a region that is set up has no first page');
  await second.type('identity.field.email', 'second@region.example');
  await second.type('identity.field.password', PASSWORD);
  await second.press('identity.sign_in.go');
  await second.reads('refusal.sign_in_wrong');
  await second.leave();
  await first.leave();
});

test('the administrator’s first sign-in shows the square for their telephone, and no code', async () => {
  const visitor = await region.visitor({ locale: 'fr' });
  await visitor.open('/sign-in');
  await visitor.type('identity.field.email', 'first@region.example');
  await visitor.type('identity.field.password', PASSWORD);
  await visitor.press('identity.sign_in.go');
  await visitor.reads('identity.second.first_title');
  assert.ok(!(await visitor.content()).includes(visitor.t('identity.second.sample_title')));
  await lookAt(visitor);
  await visitor.leave();
});
