import type { ContactPoint, CorrectedPerson, Gender, NewPerson, Person } from '@qantara/people/contract';
import { unchanged } from '@qantara/people/domain';
import type { HumanName, PatientBody } from './patient-shape.ts';
import { pruned, type Resource } from './resource.ts';
import { securityOf } from './task.ts';
import { EXTENSIONS, SYSTEMS } from './systems.ts';

const GENDERS: Record<NonNullable<PatientBody['gender']>, Gender | null> = {
  male: 'man',
  female: 'woman',
  other: 'other',
  unknown: null,
};
const GENDER_OUT: Record<Gender, string> = { man: 'male', woman: 'female', other: 'other' };

const wordsOf = ({ text: whole, given = [], family }: HumanName): string =>
  (whole ?? [...given, ...(family === undefined ? [] : [family])].join(' ')).trim().slice(0, 200);

const RANK: Partial<Record<NonNullable<HumanName['use']>, number>> = {
  usual: 0,
  official: 1,
  nickname: 3,
  temp: 4,
  maiden: 6,
  old: 7,
};
const rankOf = ({ use, period }: HumanName): number =>
  (RANK[use ?? 'anonymous'] ?? 2) + (period?.end === undefined ? 0 : 10);

/** A person's names, the one that they go by first. */
export function namesIn({ name = [] }: PatientBody): { words: string; isFormer: boolean }[] {
  const named = name.filter((one) => one.use !== 'anonymous' && wordsOf(one) !== '');
  const sorted = named.toSorted((one, other) => rankOf(one) - rankOf(other));
  return sorted.map((one) => ({ words: wordsOf(one), isFormer: rankOf(one) > 5 }));
}

const isSafe = (point: { extension?: { url: string; valueBoolean?: boolean | undefined }[] | undefined }): boolean =>
  point.extension?.some(({ url, valueBoolean }) => url === EXTENSIONS.safeContact && valueBoolean === true) === true;

const KINDS: Partial<Record<string, ContactPoint['kind']>> = { phone: 'phone', sms: 'message', email: 'email' };

const WITHOUT = {
  note: null,
  isShared: false,
  sharedWith: null,
  safeDays: [],
  safeFrom: null,
  safeUntil: null,
  sayFirst: null,
  askFor: null,
  presentAs: null,
  mayLeaveMessage: false,
  isDisguised: false,
} satisfies Partial<ContactPoint>;

function telecomIn({ telecom = [] }: PatientBody): ContactPoint[] {
  return telecom.flatMap((point) => {
    const kind = KINDS[point.system ?? ''];
    return kind === undefined || point.use === 'old'
      ? []
      : [{ ...WITHOUT, kind, value: point.value, isSafe: isSafe(point) }];
  });
}

function addressesIn({ address = [] }: PatientBody): ContactPoint[] {
  return address.flatMap((one) => {
    const said =
      one.text ?? [...(one.line ?? []), one.postalCode, one.city, one.state, one.country].filter(Boolean).join(', ');
    const isFormer = one.use === 'old' || one.period?.end !== undefined;
    return said === '' || isFormer
      ? []
      : [{ ...WITHOUT, kind: 'address' as const, value: said.slice(0, 300), isSafe: false }];
  });
}

function birthIn(said: string | undefined) {
  const [year, month, day] = (said ?? '').split('-').map((part) => (part === '' ? null : Number(part)));
  return { birthYear: year ?? null, birthMonth: month ?? null, birthDay: day ?? null, estimatedAge: null };
}

function languagesIn({ communication = [] }: PatientBody): string[] {
  const sorted = communication.toSorted(
    (one, other) => Number(other.preferred ?? false) - Number(one.preferred ?? false),
  );
  const codes = sorted.flatMap(({ language }) =>
    (language.coding ?? []).map(({ code: said }) => said?.split('-')[0] ?? ''),
  );
  return [...new Set(codes)].filter((said) => /^[a-z]{2,3}$/.test(said)).slice(0, 12);
}

const stopIn = (body: PatientBody): boolean =>
  body.extension?.some(
    ({ url, valueBoolean, valueCode }) =>
      url === EXTENSIONS.doNotContact && (valueBoolean === true || valueCode !== undefined),
  ) === true;

/** A Patient as somebody to add: a way to them is safe only where it is said to be. */
export function personIn(body: PatientBody): NewPerson {
  const isStopped = stopIn(body);
  return {
    displayName: namesIn(body)[0]?.words ?? '',
    ...birthIn(body.birthDate),
    gender: GENDERS[body.gender ?? 'unknown'],
    genderWords: null,
    languages: languagesIn(body),
    needsInterpreter: false,
    areaId: null,
    mayContact: !isStopped,
    noContactReason: isStopped ? 'danger' : null,
    isRestricted: false,
    contactPoints: [...telecomIn(body), ...addressesIn(body)].slice(0, 10),
  };
}

const sameWay =
  (one: ContactPoint) =>
  (other: ContactPoint): boolean =>
    one.kind === other.kind && one.value === other.value;

/** A Patient over the record that it names: facts that FHIR does not say stay, and a stop is lifted by nobody who only says nothing of it. */
export function correctionIn(body: PatientBody, before: Person): CorrectedPerson {
  const said = personIn(body);
  const ways = said.contactPoints.map((way) => before.contactPoints.find(sameWay(way)) ?? way);
  const hidden = before.mayContact ? [] : before.contactPoints.filter((way) => !ways.some(sameWay(way)));
  const guess = said.birthYear === null ? { estimatedAge: before.birth.estimatedAge } : {};
  const languages = said.languages.length > 0 ? { languages: said.languages } : {};
  const stop = said.mayContact
    ? {}
    : { mayContact: false, noContactReason: before.noContactReason ?? said.noContactReason };
  const { displayName, birthYear, birthMonth, birthDay } = said;
  return {
    ...unchanged(before),
    displayName,
    birthYear,
    birthMonth,
    birthDay,
    gender: said.gender ?? (body.gender === undefined ? before.gender : null),
    ...guess,
    ...languages,
    ...stop,
    contactPoints: [...ways, ...hidden].slice(0, 10),
  };
}

/** A name as FHIR has it: the whole of it, since which part is whose is not known. */
const nameOf = (words: string, use: string) => ({ use, text: words });

function birthOut({ year, month, day }: Person['birth']): string | undefined {
  if (year === null) return undefined;
  const two = (number: number): string => String(number).padStart(2, '0');
  return [String(year), ...(month === null ? [] : [two(month), ...(day === null ? [] : [two(day)])])].join('-');
}

const SYSTEM_OF: Partial<Record<string, string>> = { phone: 'phone', message: 'sms', email: 'email' };
const safety = (said: boolean) => [{ url: EXTENSIONS.safeContact, valueBoolean: said }];

type Way = Pick<ContactPoint, 'kind' | 'value' | 'isSafe'>;

function waysOut(ways: readonly Way[]) {
  const telecom = ways.flatMap(({ kind, value, isSafe: safe }) => {
    const system = SYSTEM_OF[kind];
    return system === undefined ? [] : [{ extension: safety(safe), system, value }];
  });
  const address = ways.flatMap(({ kind, value, isSafe: safe }) =>
    kind === 'address' ? [{ extension: safety(safe), text: value }] : [],
  );
  return { telecom, address };
}

/** What may be told of somebody, to whoever asks. */
export type PatientFacts = {
  personId: string;
  version: number | null;
  changedAt?: string | undefined;
  names: { words: string; use: string }[];
  birthDate: string | undefined;
  gender: Gender | null;
  languages: readonly string[];
  mayContact: boolean;
  ways: readonly Way[];
  recordClass: string;
  identifiers: unknown;
  isPart: boolean;
};

const USES: Record<string, string> = { usual: 'usual', legal: 'official', known_as: 'nickname', former: 'old' };

/** A whole record, for those who look after the person. Where nobody is to call or write, no way to them leaves. */
export function factsOf(person: Person, identifiers: unknown): PatientFacts {
  const { displayName, names } = person;
  const others = names.filter(({ words }) => words !== displayName);
  return {
    personId: person.personId,
    version: person.version,
    names: [
      ...(displayName === null ? [] : [{ words: displayName, use: 'usual' }]),
      ...others.map(({ kind, words }) => ({
        words,
        use: USES[kind] === 'usual' ? 'nickname' : (USES[kind] ?? 'nickname'),
      })),
    ],
    birthDate: birthOut(person.birth),
    gender: person.gender,
    languages: person.languages,
    mayContact: person.mayContact,
    ways: person.mayContact ? person.contactPoints : [],
    recordClass: person.recordClass,
    identifiers,
    isPart: false,
  };
}

/** Somebody as a Patient. */
export function patientOf(facts: PatientFacts): Resource {
  const { version, gender, languages } = facts;
  const subsetted = facts.isPart ? [{ system: SYSTEMS.observationValue, code: 'SUBSETTED' }] : undefined;
  const stopped = facts.mayContact ? undefined : [{ url: EXTENSIONS.doNotContact, valueBoolean: true }];
  return pruned({
    resourceType: 'Patient',
    id: facts.personId,
    meta: {
      versionId: version === null ? undefined : String(version),
      lastUpdated: facts.changedAt,
      security: securityOf(facts.recordClass),
      tag: subsetted,
    },
    extension: stopped,
    identifier: facts.identifiers,
    active: true,
    name: facts.names.map(({ words, use }) => nameOf(words, use)),
    ...waysOut(facts.ways),
    gender: gender === null ? undefined : GENDER_OUT[gender],
    birthDate: facts.birthDate,
    communication: languages.map((language) => ({
      language: { coding: [{ system: SYSTEMS.language, code: language }] },
    })),
  }) as Resource;
}
