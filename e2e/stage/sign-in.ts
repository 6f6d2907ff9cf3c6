import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Visitor } from './visitor.ts';

const SEED = join(import.meta.dirname, '../../db/seeds/sample/accounts.json');

/** The password of every account of the sample region. */
export const SAMPLE_PASSWORD = (JSON.parse(readFileSync(SEED, 'utf8')) as { password: string }).password;

/** The second factor as the sample region shows it on the page. */
export async function sampleCode(visitor: Visitor): Promise<string> {
  const code = /\b\d{6}\b/.exec(await visitor.page.locator('main .notice strong').innerText())?.[0];
  assert.ok(code !== undefined, 'the sample region shows the code of the second factor');
  return code;
}

/** Signs in with both factors, as a person does. */
export async function signIn(visitor: Visitor, email: string): Promise<void> {
  await visitor.open('/sign-in');
  await visitor.type('identity.field.email', email);
  await visitor.type('identity.field.password', SAMPLE_PASSWORD);
  await visitor.press('identity.sign_in.go');
  await visitor.type('identity.field.code', await sampleCode(visitor));
  await visitor.press('identity.second.go');
  assert.doesNotMatch(visitor.where(), /sign-in/, `${email} is signed in`);
}
