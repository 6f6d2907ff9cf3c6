import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkMessages } from './check-messages.ts';
import { aRunnableTree } from './testing.ts';

type Words = Record<string, string>;

const ENGLISH: Words = {
  'people.title': 'People',
  'people.found': '{count, plural, one {# person} other {# people}}',
  'people.sex.female': 'Woman',
  'people.sex.male': 'Man',
  'people.field.familyName': 'Family name',
  'refusal.person_not_found': 'We did not find this person.',
};
const FRENCH: Words = {
  'people.title': 'Personnes',
  'people.found': '{count, plural, one {# personne} many {# de personnes} other {# personnes}}',
  'people.sex.female': 'Femme',
  'people.sex.male': 'Homme',
  'people.field.familyName': 'Nom de famille',
  'refusal.person_not_found': 'Nous n’avons pas trouvé cette personne.',
};
const ARABIC: Words = {
  'people.title': 'الأشخاص',
  'people.found': '{count, plural, zero {لا أحد} one {شخص واحد} two {شخصان} few {# أشخاص} many {# شخصًا} other {# شخص}}',
  'people.sex.female': 'امرأة',
  'people.sex.male': 'رجل',
  'people.field.familyName': 'اسم العائلة',
  'refusal.person_not_found': 'لم نجد هذا الشخص.',
};

const CONTRACT = `import { z } from 'zod';
export const Sex = z.enum(['female', 'male']);
export const enumMessages = { 'people.sex': Sex };
const input = z.object({ familyName: z.string() });
export const peopleRoutes = { findPerson: { path: 'GET /people/find', may: 'person:read', input, output: z.string(), refusals: ['person_not_found'] } };
`;
const PAGE = `export const PeoplePage = ({ t }) => <h1>{t('people.title')}{t('people.found', { count: 3 })}</h1>;\n`;

type Change = { en?: Words; fr?: Words; ar?: Words; files?: Record<string, string> };

async function faultsWith({ en, fr, ar, files }: Change): Promise<string[]> {
  const root = aRunnableTree({
    'packages/kernel/package.json': '{"name":"@qantara/kernel"}',
    'modules/people/package.json': '{"name":"@qantara/people","type":"module"}',
    'modules/people/contract/index.ts': CONTRACT,
    'modules/people/web/PeoplePage.tsx': PAGE,
    'modules/people/i18n/en.json': JSON.stringify({ ...ENGLISH, ...en }),
    'modules/people/i18n/fr.json': JSON.stringify({ ...FRENCH, ...fr }),
    'modules/people/i18n/ar.json': JSON.stringify({ ...ARABIC, ...ar }),
    ...files,
  });
  return (await checkMessages(root)).map(({ file, rule, detail }) => `${file} ${rule} ${detail}`);
}

/** The faults when one message of the three is written so. */
function faultsOfTitle(words: { en?: string; fr?: string; ar?: string }): Promise<string[]> {
  const change = Object.entries(words).map(([language, text]) => [language, { 'people.title': text }]);
  return faultsWith(Object.fromEntries(change));
}

function assertOnly(faults: string[], ...patterns: RegExp[]): void {
  assert.equal(faults.length, patterns.length, faults.join('\n'));
  for (const pattern of patterns)
    assert.ok(
      faults.some((fault) => pattern.test(fault)),
      `${pattern}\n${faults.join('\n')}`,
    );
}

test('a module whose words are all there passes', async () => {
  assertOnly(await faultsWith({}));
});

test('a message that one language lacks is missed', async () => {
  const { 'people.title': _, ...withoutTitle } = FRENCH;
  const faults = await faultsWith({ files: { 'modules/people/i18n/fr.json': JSON.stringify(withoutTitle) } });
  assertOnly(faults, /i18n\/fr\.json message missing people\.title/);
});

test('Arabic has six plural forms and French three', async () => {
  const faults = await faultsWith({
    fr: { 'people.found': '{count, plural, one {# personne} other {# personnes}}' },
    ar: { 'people.found': '{count, plural, one {شخص} other {# شخص}}' },
  });
  assertOnly(faults, /fr\.json .*lacks many/, /ar\.json .*lacks few, many, two, zero|ar\.json .*lacks/);
});

test('ordinals have their own forms', async () => {
  const faults = await faultsOfTitle({
    en: '{n, selectordinal, one {#st} other {#th}}',
    fr: '{n, selectordinal, one {#er} other {#e}}',
    ar: '{n, selectordinal, other {الرقم #}}',
  });
  assertOnly(faults, /en\.json .*selectordinal.*lacks (few, two|two, few)/);
});

test('the three languages take the same values', async () => {
  assertOnly(
    await faultsOfTitle({ fr: 'Personnes de {place}' }),
    /fr\.json .*takes \{place\} where English takes \{\}/,
  );
});

test('a message that is not well formed is refused', async () => {
  const faults = await faultsOfTitle({ fr: 'Personnes {' });
  assertOnly(faults, /fr\.json message people\.title: is not a well-formed/);
});

test('Arabic is written in Arabic, with its own punctuation', async () => {
  assertOnly(await faultsOfTitle({ ar: 'People here' }), /is not in Arabic/);
  assertOnly(await faultsOfTitle({ ar: 'الأشخاص, والأسر' }), /use ، ؛ ؟/);
  assertOnly(await faultsOfTitle({ en: 'CSV', fr: 'CSV', ar: 'CSV' }));
});

test('French keeps a no-break space before its high punctuation', async () => {
  assertOnly(await faultsOfTitle({ fr: 'Qui est là ?' }), /no-break space is missing by "\?"|no-break space/);
  assertOnly(await faultsOfTitle({ fr: 'Noms: tous' }), /no-break space/);
  assertOnly(await faultsOfTitle({ fr: '« Personnes »' }), /no-break.*«/, /no-break.*»/);
  assertOnly(await faultsOfTitle({ fr: 'Qui est là\u202F? À 10:30\u00A0: «\u00A0ici\u00A0» https://a.fr/?b' }));
});

test('a straight apostrophe would quote the placeholder after it', async () => {
  const faults = await faultsOfTitle({ en: 'Of {name}', fr: "L'{name}", ar: 'من {name}' });
  assert.ok(
    faults.some((fault) => fault.includes('write ’')),
    faults.join('\n'),
  );
});

test('a text that was only copied from English is not French', async () => {
  const text = 'Everyone who was here today';
  assertOnly(await faultsOfTitle({ en: text, fr: text }), /fr\.json .*is the English text/);
});

test('a key that the code names is there, and one that is there is named', async () => {
  const faults = await faultsWith({
    files: { 'modules/people/web/PeoplePage.tsx': PAGE.replaceAll('people.title', 'people.heading') },
  });
  assertOnly(faults, /PeoplePage\.tsx message missing people\.heading/, /en\.json message not used people\.title/);
});

test('a key made from a prefix uses all that begin with it, and one must', async () => {
  const faults = await faultsWith({
    files: {
      'modules/people/web/title.ts': 'export const a = (t, x) => t(`people.${x}`) + t(`people.nothing.${x}`);\n',
      'modules/people/web/PeoplePage.tsx': 'export const PeoplePage = () => null;\n',
    },
  });
  assertOnly(faults, /title\.ts message missing people\.nothing\.…/);
});

test('every refusal, every word of a closed list and every field has its message', async () => {
  const contract = CONTRACT.replace(`'person_not_found'`, `'person_not_found', 'no_consent'`)
    .replace(`'male']`, `'male', 'unknown']`)
    .replace(
      'familyName:',
      'familyName: z.string(), list: z.array(z.object({ givenName: z.string() })).optional(), unused:',
    );
  const faults = await faultsWith({ files: { 'modules/people/contract/index.ts': contract } });
  assertOnly(
    faults,
    /message missing refusal\.no_consent/,
    /message missing people\.sex\.unknown/,
    /field without a name people\.field\.list or field\.list/,
    /field without a name people\.field\.givenName or field\.givenName/,
    /field without a name people\.field\.unused/,
  );
});

test('a closed list is either worded or said to be wordless', async () => {
  const contract = `${CONTRACT}export const Order = z.enum(['up', 'down']);\n`;
  assertOnly(
    await faultsWith({ files: { 'modules/people/contract/index.ts': contract } }),
    /Order is not in enumMessages/,
  );
  const wordless = `${contract}export const wordlessEnums = [Order];\n`;
  assertOnly(await faultsWith({ files: { 'modules/people/contract/index.ts': wordless } }));
});

test('a refusal or a fault that only a use case gives has its message too', async () => {
  const source = `refuse('person_merged', { fields: [{ path: 'phone', code: 'too_odd' }] });\n`;
  assertOnly(
    await faultsWith({ files: { 'modules/people/server/merge.ts': source } }),
    /message missing refusal\.person_merged/,
    /message missing validation\.too_odd/,
  );
});

test('keys begin with the name of their module, and no two modules say two things with one', async () => {
  const other = { 'refusal.person_not_found': 'Nobody.' };
  const faults = await faultsWith({
    en: { 'person.title': 'x' },
    fr: { 'person.title': 'y' },
    ar: { 'person.title': 'س' },
    files: {
      'modules/people/web/PeoplePage.tsx': `${PAGE}export const other = 'person.title';\n`,
      'modules/zoo/package.json': '{"name":"@qantara/zoo"}',
      'modules/zoo/server/zoo.ts': `refuse('person_not_found');\n`,
      'modules/zoo/i18n/en.json': JSON.stringify(other),
      'modules/zoo/i18n/fr.json': JSON.stringify({ 'refusal.person_not_found': 'Personne.' }),
      'modules/zoo/i18n/ar.json': JSON.stringify({ 'refusal.person_not_found': 'لا أحد.' }),
    },
  });
  assertOnly(faults, /key name person\.title/, /key clash refusal\.person_not_found/);
});

test('a key written twice in one catalogue is seen', async () => {
  const twice = JSON.stringify(ENGLISH).replace('{', '{"people.title":"Persons",');
  assertOnly(await faultsWith({ files: { 'modules/people/i18n/en.json': twice } }), /key twice people\.title/);
});
