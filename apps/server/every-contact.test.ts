import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';

const ROOT = join(import.meta.dirname, '../..');

/** Where an address to touch is made that leads to no person: whose it is, and so why it does not ask whether contact is safe. */
const TO_NOBODY: Record<string, string> = {
  'modules/assets/web/AssetPage.tsx': 'the public mailbox of a place or a group',
  'modules/curation/web/organisation/InvitationCard.tsx': 'the keeper of an organisation’s entries, at work',
  'modules/curation/web/suggestions/SuggestionFacts.tsx':
    'whoever sent a suggestion and left an address for the answer',
  'modules/directory/web/ShareService.tsx': 'a letter whose receiver the reader writes themselves',
  'modules/directory/web/ServiceFacts.tsx': 'the public mailbox of a service',
  'modules/fhir/domain/subscription.ts': 'the mailbox that a program wants its news in, without anybody in it',
  'modules/webhooks/server/send-message.ts': 'takes the scheme off that mailbox',
  'modules/hsds/domain/reading/row-reader.ts': 'takes the scheme off an address that is read in',
  'packages/ui/format/Phone.tsx': 'numbers of services and of emergencies',
};

/** Where the primitive for a public number is used: none of these shows a person. */
const PUBLIC_NUMBERS =
  /^modules\/(?:assets|curation|directory|institutions|screening|plan|shortlists)\/web\/|^apps\/web\/|^packages\/ui\//;

/** The one place where an address to a person is made. */
const GATE = 'modules/people/domain/safe-contact/contact-ways.ts';

/** Who may see the ways of contact as they were noted: whoever keeps the record, and whose record it is; never whoever makes contact. */
const KEEPS_THE_RECORD = /^modules\/(?:people|ownfile)\//;

async function sources(): Promise<{ path: string; text: string }[]> {
  const found = [];
  for await (const path of glob('{apps,modules,packages}/**/*.{ts,tsx}', {
    cwd: ROOT,
    exclude: (name) => name === 'node_modules',
  }))
    if (!/\.test\.tsx?$|\/testing\.ts$|\.gen\.ts$|node_modules|\/build\//.test(path))
      found.push({ path, text: readFileSync(join(ROOT, path), 'utf8') });
  return found;
}

const all = await sources();
const withPattern = (pattern: RegExp): string[] => all.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

test('an address to touch is made in one place for people, and elsewhere only for who is no person', () => {
  const made = withPattern(/['"`^](?:tel|mailto|smsto|sms|callto|whatsapp|viber):|\/\/wa\.me\//);
  assert.ok(made.includes(GATE), 'the gate itself is found');
  for (const path of made) assert.ok(path === GATE || path in TO_NOBODY, `${path} makes an address by itself`);
  for (const path of Object.keys(TO_NOBODY)) assert.ok(made.includes(path), `${path} makes none any more: take it off`);
});

test('the primitive for public numbers shows no person’s number', () => {
  for (const path of withPattern(/<Phone\b/)) assert.match(path, PUBLIC_NUMBERS);
});

test('every module that shows or uses a way to a person takes it through the gate', () => {
  const uses = withPattern(/\.contactPoints\b/).filter((path) => !KEEPS_THE_RECORD.test(path));
  for (const path of uses) {
    // A page shows what its server sent; the server asks the gate.
    const server = all.filter((one) => one.path.startsWith(`${path.split('/').slice(0, 2).join('/')}/server/`));
    assert.ok(
      server.some(({ text }) => /safeContactOf\(/.test(text)),
      `${path} shows ways of contact that nobody judged`,
    );
  }
  for (const path of withPattern(/people\.contact_point/).filter((one) => !one.startsWith('modules/people/server/')))
    assert.match(path, /tables\.gen|sample/, `${path} reads the table by itself`);
});

/** Who hands messages to the world: the platform's doors, and the one module that uses them, which asks the gate for each person. */
const SENDERS = ['packages/platform/config/message-settings.ts', 'packages/platform/messages/send-mail.ts'];
const USES_DOORS = /\b(?:mail|sms)\.send\(/;

test('no module sends by itself: a sender asks the gate, and stands on this list', () => {
  const senders = /\b(?:nodemailer|sendMail|sendSms|createTransport|twilio|web-push|smtp:\/\/)\b/i;
  assert.deepEqual(withPattern(senders).toSorted(), SENDERS);
  // Besides them, news for programs, which is about nobody.
  assert.deepEqual(withPattern(USES_DOORS).toSorted(), [
    'modules/notifications/server/sending/send-one.ts',
    'modules/webhooks/server/send-message.ts',
  ]);
  const way = all.find(({ path }) => path === 'modules/notifications/server/sending/choose-way.ts');
  assert.match(way?.text ?? '', /safeContactOf\(ctx, person/);
});

test('what carries a link to a person is a page of a module whose server asked the gate', () => {
  const carriers = withPattern(/<ContactWayFacts\b|<SafeContact /);
  assert.deepEqual(carriers.toSorted(), [
    'modules/people/web/EmergencyPage.tsx',
    'modules/people/web/safe-contact/SafeContact.tsx',
    'modules/referrals/web/PersonPage.tsx',
    'modules/referrals/web/ReferredPersonFacts.tsx',
    'modules/shortlists/web/GiveList.tsx',
  ]);
  assert.deepEqual(withPattern(/\bwithMessage\(/).toSorted(), [
    GATE,
    'modules/people/web/safe-contact/ContactWayFacts.tsx',
  ]);
});

test('a code on paper is handed over with the word whether paper is safe', () => {
  const papers = withPattern(/<PrintButton\b/).filter((path) => withPattern(/accessCode/).includes(path));
  for (const path of papers.filter((one) => !one.endsWith('AskDone.tsx')))
    assert.match(all.find((one) => one.path === path)?.text ?? '', /isDisguised/, path);
});
