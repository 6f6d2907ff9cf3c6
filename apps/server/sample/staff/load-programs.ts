import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityRoutes } from '@qantara/identity/contract';
import { clientFor } from '@qantara/kernel';
import { webhooksRoutes, type NewsType } from '@qantara/webhooks/contract';
import type { Staffing } from './load-roles.ts';

const DAY = 24 * 3600_000;

/** A program of the invented region, with the secret that would be its own. */
export type SampleProgram = { file: string; programId: string; key: JsonWebKey };

const PROGRAMS = [
  {
    file: 'clinic',
    organisationKey: 'clinic',
    role: 'navigator',
    name: 'سجل مستوصف النصر · Nasr Clinic record',
    contact: 'Computers of Nasr Clinic, 070 000 120',
    scopes: 'system/*.cruds',
  },
  {
    file: 'food-bank',
    organisationKey: 'foodbank',
    role: 'partner',
    name: 'مخزن بنك الطعام · Food Bank stock',
    contact: 'Food Bank, 070 000 130',
    scopes: 'system/*.rs system/Task.u system/Procedure.c system/Subscription.cud',
  },
] as const;

/** Two programs, one on each side of a referral: registered by the administrator, agreed to by the privacy officer. */
export async function loadPrograms(staffing: Staffing): Promise<SampleProgram[]> {
  const { executor, client, actors, organisationIds, now } = staffing;
  const as = (email: string, daysAgo: number) => {
    const actor = actors.get(email);
    if (actor === undefined) throw new Error(`The sample has no account ${email}`);
    const at = new Date(now.getTime() - daysAgo * DAY);
    return clientFor(identityRoutes, executor.invokeAt(client, { actor, now: at }));
  };
  const made: SampleProgram[] = [];
  for (const { file, organisationKey, ...given } of PROGRAMS) {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    const keys = JSON.stringify({ keys: [{ ...pair.publicKey.export({ format: 'jwk' }), kid: file }] });
    const organisationId = organisationIds.get(organisationKey) ?? '';
    const asked = { ...given, organisationId, keys, reason: 'Exchanges referrals by FHIR' };
    const { program, request } = await as('admin@sabil.example', 12).registerProgram(asked);
    await as('privacy@sabil.example', 11).agreeToRole({ requestId: request.requestId });
    const key = { ...pair.privateKey.export({ format: 'jwk' }), kid: file };
    made.push({ file, programId: program.programId, key });
    if (file === 'clinic') await tellOfFormerNews(staffing, program.programId);
  }
  return made;
}

/** The address that the clinic's program had before its vendor moved: nothing is sent from an invented region. */
async function tellOfFormerNews({ executor, client, actors, now }: Staffing, programId: string): Promise<void> {
  const actor = actors.get('admin@sabil.example');
  if (actor === undefined) throw new Error('The sample has no administrator');
  const at = (daysAgo: number) =>
    clientFor(webhooksRoutes, executor.invokeAt(client, { actor, now: new Date(now.getTime() - daysAgo * DAY) }));
  const types: NewsType[] = ['referral.accepted', 'referral.rejected', 'referral.completed'];
  const { webhook } = await at(9).makeWebhook({ programId, endpoint: 'https://records.nasr.example/news', types });
  await at(2).endWebhook({ webhookId: webhook.webhookId });
}

/** Puts the secrets of the invented programs where whoever tries the region out finds them; a real one's never come here. */
export function writeSampleKeys(folder: string, programs: readonly SampleProgram[]): void {
  mkdirSync(join(folder, 'sample-programs'), { recursive: true, mode: 0o700 });
  for (const { file, programId, key } of programs)
    writeFileSync(join(folder, 'sample-programs', `${file}.json`), JSON.stringify({ programId, key }, null, 2), {
      mode: 0o600,
    });
}
