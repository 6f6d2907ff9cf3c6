import { identityModule } from '@qantara/identity/server';
import { anAccount, inSystem, type Bench } from '@qantara/identity/testing';
import { newId, ANYONE, type Actor } from '@qantara/kernel';
import { organisationsModule, saveOrganisation } from '@qantara/organisations/server';
import { peopleModule } from '@qantara/people/server';
import {
  ALONE,
  createExecutor,
  openTestDatabase,
  SILENT,
  vaultOf,
  withTables,
  type Letter,
  type Messenger,
  type Sending,
  type ServerModule,
  type ShortMessage,
} from '@qantara/platform';
import { territoryModule } from '@qantara/territory/server';
import { agreementsModule } from '@qantara/agreements/server';
import { permissionsOf } from '@qantara/identity/domain';
import { notificationsModuleWith, notify, sendWaiting, type Names, type NewNotice } from './index.ts';
import { tellSteps } from './told/tell-steps.ts';
import type { NotificationsTables } from './tables.gen.ts';

export const AT_SABIL = 'https://sabil.example';

/** Names of no directory: one need, and no service. */
export const NAMES: Names = {
  need: async (_ctx, code) => (code === 'food' ? { ar: 'طعام', fr: 'Aide alimentaire', en: 'Food' } : undefined),
  service: async () => undefined,
};

/** What left through the doors of a bench, and what becomes of the next tries; sent where nothing is said. */
export type Doors = { letters: Letter[]; shorts: ShortMessage[]; next: Sending[] };

export type NoticeBench = Bench & { doors: Doors; secret: string; organisationId: string; staff: Actor; chief: Actor };

const SECRET = 'a secret that the provider shares, long';

/** Doors that keep what is handed to them, as a real provider would take it. */
export function openDoors(doors: Doors): Messenger {
  const take = (): Sending => doors.next.shift() ?? { outcome: 'sent', providerId: newId() };
  return {
    mail: { way: 'send', send: async (letter) => (doors.letters.push(letter), take()) },
    sms: { way: 'send', send: async (short) => (doors.shorts.push(short), take()) },
    receiptSecret: SECRET,
  };
}

export const CAPTURE: Messenger = { ...SILENT, mail: { way: 'capture' }, sms: { way: 'capture' } };

function actorOf(accountId: string, role: 'navigator' | 'administrator', organisationId: string): Actor {
  return { ...ANYONE, kind: 'account', accountId, organisationId, role, permissions: permissionsOf(role) };
}

/** The lower modules and this one, an organisation with a mailbox, somebody of its staff, and an administrator. */
export async function openNoticeBench(messenger?: Messenger, more: ServerModule[] = []): Promise<NoticeBench> {
  const database = await openTestDatabase();
  const doors: Doors = { letters: [], shorts: [], next: [] };
  const outside = { ...ALONE, address: AT_SABIL, messenger: messenger ?? openDoors(doors) };
  const lower = [identityModule, territoryModule, organisationsModule, agreementsModule, peopleModule];
  const modules = [...lower, notificationsModuleWith(NAMES), ...more];
  const executor = createExecutor(modules, { database, vault: vaultOf('x'.repeat(32)), timeZone: 'UTC', outside });
  const bench: Bench = { database, executor, sessions: [] };
  const organisationId = await inSystem(bench, (ctx) =>
    saveOrganisation(ctx, {
      name: { ar: 'الجسر', fr: 'Le Pont', en: 'The Bridge' },
      description: null,
      sector: 'association',
      email: 'hello@bridge.example',
      phone: null,
      website: null,
      areaId: null,
      receivesReferrals: true,
    }),
  );
  const staff = await anAccount(bench, {
    email: 'staff@bridge.example',
    role: 'navigator',
    organisationId,
    locale: 'en',
  });
  const chief = await anAccount(bench, { email: 'chief@bridge.example', role: 'administrator', locale: 'en' });
  return {
    ...bench,
    doors,
    secret: SECRET,
    organisationId,
    staff: actorOf(staff.accountId, 'navigator', organisationId),
    chief: actorOf(chief.accountId, 'administrator', organisationId),
  };
}

/** Tells something as somebody, in a transaction of its own. */
export async function tell(bench: NoticeBench, notice: NewNotice, by?: Actor): Promise<void> {
  await bench.executor.asSystem((ctx) => notify({ ...ctx, actor: by ?? ctx.actor }, notice));
}

/** A partner is asked, by a link. */
export function asked(bench: NoticeBench, changed: Partial<NewNotice> = {}): NewNotice {
  const subject = newId();
  return {
    template: 'referral.asked',
    to: { kind: 'organisation', organisationId: bench.organisationId },
    values: {
      link: '/r/V1StGXR8Z5jdHi6BmyTqL3oWcKaNpUeF',
      mark: subject.slice(-8),
      need: 'food',
      organisation: bench.organisationId,
      due: new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10),
    },
    subject,
    urgency: 'soon',
    ...changed,
  };
}

/** One look of the sender at a moment, then of the teller. */
export async function look(bench: NoticeBench, after = 1000): Promise<void> {
  const now = new Date(Date.now() + after);
  await bench.executor.aside((ctx) => sendWaiting(withTables<NotificationsTables>({ ...ctx, now }), NAMES));
  await bench.executor.asSystem((ctx) => tellSteps(withTables<NotificationsTables>(ctx)));
}

/** Where every message stands, the first told first. */
export async function standings(bench: NoticeBench): Promise<string[]> {
  const { rows } = await bench.database.pool.query({
    text: `select state || coalesce(' ' || why, '') as standing from notifications.message order by message_id`,
    values: [],
  });
  return rows.map((row) => String(row['standing']));
}
