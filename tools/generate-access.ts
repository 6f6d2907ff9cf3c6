import { LOCALES, type Locale } from '@qantara/kernel';
import { RoleTemplate } from '@qantara/identity/contract';
import { AREA_NAMES, AREAS_OF_WORK, MARKS, permissionsOf } from '@qantara/identity/domain';
import { RecordClass } from '@qantara/people/contract';
import { glassUntil } from '@qantara/people/domain';
import { ReferralStatus, type Side } from '@qantara/referrals/contract';
import { stepsFor } from '@qantara/referrals/domain';
import { readContracts, type Contract } from './reading/contracts.ts';
import { writeFiles, type GeneratedFile } from './reading/generated.ts';
import { isMainModule, ROOT } from './reading/root.ts';
import { readJson } from './reading/tree.ts';

type Words = (key: string) => string;

/** What a person reads of a key, from the modules' own messages and those of this page. */
function wordsIn(root: string, locale: Locale): Words {
  const files = [
    `tools/access-words/${locale}.json`,
    ...['identity', 'people', 'referrals'].map((module) => `modules/${module}/i18n/${locale}.json`),
  ];
  const words = Object.assign({}, ...files.map((file) => readJson<Record<string, string>>(root, file))) as Record<
    string,
    string
  >;
  return (key) => {
    const found = words[key];
    if (found === undefined) throw new Error(`No words for ${key} in ${locale}.`);
    return found;
  };
}

type Row = readonly string[];

const inCell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function tableOf(heading: Row, rows: readonly Row[]): string {
  const line = (cells: Row): string => `| ${cells.map(inCell).join(' | ')} |`;
  return [line(heading), line(heading.map(() => '---')), ...rows.map(line)].join('\n');
}

const ROLES = RoleTemplate.options;
const yes = (isSo: boolean): string => (isSo ? '●' : '–');
const wordOf = (permission: string): string => `identity.can.${permission.replace(':', '.')}`;

/** Which addresses a permission opens, so that each line can be held against the program. */
function addressesOf(contracts: readonly Contract[], permission: string): string {
  const paths = contracts.flatMap(({ routes }) =>
    Object.values(routes).flatMap((route) => (route.may === permission ? [`\`${route.path}\``] : [])),
  );
  return paths.length === 0 ? '–' : paths.toSorted().join('<br>');
}

function ofRoles(words: Words, contracts: readonly Contract[]): string {
  const heading = [
    words('access.what'),
    ...ROLES.map((role) => words(`identity.role.${role}`)),
    words('access.addresses'),
  ];
  const areas = AREA_NAMES.map((area) => {
    const rows = AREAS_OF_WORK[area].map((permission) => [
      words(wordOf(permission)),
      ...ROLES.map((role) => yes(permissionsOf(role).has(permission))),
      addressesOf(contracts, permission),
    ]);
    return `### ${words(`identity.roles.area.${area}`)}\n\n${tableOf(heading, rows)}`;
  });
  return areas.join('\n\n');
}

function ofMarks(words: Words): string {
  const heading = [words('access.which'), ...ROLES.map((role) => words(`identity.role.${role}`))];
  const families = Object.entries(MARKS).map(([family, marks]) => {
    const rows = marks.map((mark) => [words(wordOf(mark)), ...ROLES.map((role) => yes(permissionsOf(role).has(mark)))]);
    return `### ${words(`identity.roles.marks.${family}`)}\n\n${tableOf(heading, rows)}`;
  });
  return families.join('\n\n');
}

function ofClasses(words: Words): string {
  const opened = new Date(0);
  const rows = RecordClass.options.map((recordClass) => {
    const until = glassUntil(recordClass, opened);
    const hours = until === null ? words('access.never') : String(until.getTime() / 3_600_000);
    return [words(`people.class.${recordClass}`), words(`people.class_means.${recordClass}`), hours];
  });
  return tableOf([words('access.class'), words('access.means'), words('access.hours')], rows);
}

function ofStates(words: Words): string {
  const steps = (status: ReferralStatus, side: Side): string => {
    const may = stepsFor(status, side).map((step) => words(`referrals.step.${step}`));
    return may.length === 0 ? '–' : may.join(' · ');
  };
  const rows = ReferralStatus.options.map((status) => [
    words(`referrals.status.${status}`),
    steps(status, 'requester'),
    steps(status, 'target'),
  ]);
  return tableOf([words('access.state'), words('access.requester'), words('access.target')], rows);
}

function ofChannels(words: Words): string {
  const rows = ['page', 'api', 'export', 'offline'].map((channel) => [
    words(`access.channel.${channel}`),
    words(`access.channel_means.${channel}`),
  ]);
  return tableOf([words('access.channel'), words('access.means')], rows);
}

function pageIn(words: Words, contracts: readonly Contract[]): string {
  const parts = [
    ['access.roles', ofRoles(words, contracts)],
    ['access.marks', ofMarks(words)],
    ['access.classes', ofClasses(words)],
    ['access.states', ofStates(words)],
    ['access.channels', ofChannels(words)],
  ] as const;
  const sections = parts.map(([key, text]) => `## ${words(`${key}.title`)}\n\n${words(`${key}.lead`)}\n\n${text}`);
  return `# ${words('access.title')}\n\n${words('access.lead')}\n\n${sections.join('\n\n')}\n`;
}

/** Who may do what, with whose records, of which class, in which state and by which channel: as the program has it, in three languages. */
export async function generateAccess(root: string): Promise<GeneratedFile[]> {
  const contracts = await readContracts(root);
  return LOCALES.map((locale) => ({
    path: `docs/access/${locale}.md`,
    text: pageIn(wordsIn(root, locale), contracts),
  }));
}

if (isMainModule(import.meta.url)) writeFiles(ROOT, await generateAccess(ROOT));
