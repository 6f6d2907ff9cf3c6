import { ANYONE, type Actor, type Locale } from '@qantara/kernel';
import type { InputOf } from '@qantara/kernel';
import type { peopleRoutes } from '@qantara/people/contract';
import { minorityOn } from '@qantara/people/domain';
import { chanceFrom, type Chance } from './chance.ts';
import type { SampleDirectory } from './load-directory.ts';
import { seeds } from './read-seed.ts';
import type { Told } from './tell.ts';

export type SamplePerson = {
  personId: string;
  areaCode: string;
  screeningId: string;
  wants: string[];
  from: Date;
  locale: Locale;
};

/** What people of the sample say is hard, in shares. */
const NEED_WEIGHTS = {
  food: 20,
  housing: 17,
  work: 14,
  papers: 11,
  utilities: 9,
  loneliness: 9,
  child_care: 6,
  transport: 5,
  disability: 5,
  language: 4,
  safety: 5,
  digital_access: 4,
};
const AREA_WEIGHT_OF_CITY = 0.55;

function aName(chance: Chance): { displayName: string; locale: Locale } {
  const names = seeds.names();
  const script = chance.isLucky(0.6) ? 'arabic' : 'latin';
  const displayName = `${chance.pick(names[script].first)} ${chance.pick(names[script].last)}`;
  return { displayName, locale: script === 'arabic' ? 'ar' : chance.isLucky(0.85) ? 'fr' : 'en' };
}

function someNeeds(chance: Chance): { needs: string[]; wants: string[] } {
  const needs = new Set<string>();
  const count = chance.weigh({ 1: 35, 2: 35, 3: 20, 4: 10 });
  while (needs.size < Number(count)) needs.add(chance.weigh(NEED_WEIGHTS));
  const list = [...needs];
  const wants = list.filter(() => chance.isLucky(0.86));
  return { needs: list, wants: wants.length > 0 ? wants : list.slice(0, 1) };
}

function anArea(chance: Chance, directory: SampleDirectory): string {
  const hoods = [...directory.areaIds.keys()].filter((code) => /^SABIL-[A-Z]{2}-\d\d$/.test(code));
  const inCity = chance.isLucky(AREA_WEIGHT_OF_CITY);
  return chance.pick(hoods.filter((code) => code.startsWith('SABIL-MS') === inCity));
}

type SampledPerson = InputOf<typeof peopleRoutes.addPerson> & { locale: Locale };

function aPerson(chance: Chance, areaId: string) {
  const { displayName, locale } = aName(chance);
  const isSafe = chance.isLucky(0.93);
  return {
    displayName,
    birthYear: chance.isLucky(0.8) ? Math.floor(chance.between(1945, 2007)) : null,
    languages: locale === 'ar' && chance.isLucky(0.4) ? ['ar', 'fr'] : [locale],
    areaId,
    mayContact: isSafe,
    contactPoints: [
      {
        kind: chance.weigh({ phone: 75, message: 25 }),
        value: `+216 50 555 ${String(Math.floor(chance.between(100, 999)))}`,
        isSafe,
        note: chance.isLucky(0.15)
          ? locale === 'ar'
            ? 'بعد الخامسة مساء'
            : locale === 'fr'
              ? 'Après dix-sept heures'
              : 'After five in the afternoon'
          : null,
      },
    ],
    locale,
  } satisfies SampledPerson;
}

type Setting = { told: Told; chance: Chance; directory: SampleDirectory; navigators: Actor[]; partnerIds: string[] };

const NOT_KNOWN = { month: null, day: null, estimatedAge: null, estimatedOn: null };

/** A parent agrees with a child; who is of age agrees alone. */
function giverOf({ at, birthYear }: { at: Date; birthYear: number | null }) {
  const on = { day: at.toISOString().slice(0, 10), ageOfMajority: 18 };
  const minority = minorityOn({ year: birthYear, ...NOT_KNOWN }, on);
  if (minority !== 'minor' && minority !== 'perhaps') return {};
  return {
    proxyRelation: 'parent' as const,
    proxyName: aName(chanceFrom(birthYear ?? 0)).displayName,
    childAssent: 'agreed' as const,
  };
}

/** Someone who came to a navigator: added, asked, and what they agreed to written down. */
export async function meetPerson(setting: Setting, at: Date): Promise<SamplePerson> {
  const { told, chance, directory, partnerIds } = setting;
  const actor = chance.pick(setting.navigators);
  const areaCode = anArea(chance, directory);
  const { locale, ...person } = aPerson(chance, directory.areaIds.get(areaCode) ?? '');
  const { needs, wants } = someNeeds(chance);
  const as = { actor, now: at };
  const { personId } = await told.people(as).addPerson(person);
  const answers = Object.fromEntries(needs.map((need) => [need, 'yes' as const]));
  const wanted = Object.fromEntries(
    needs.map((need) => [need, wants.includes(need) ? ('yes' as const) : ('no' as const)]),
  );
  const channel = chance.weigh({ navigator: 80, telephone: 20 });
  const { screening } = await told
    .screening(as)
    .recordScreening({ personId, channel, needs: answers, wants: wanted, locale });
  await told.people(as).recordConsent({
    personId,
    purpose: 'referral',
    categories: ['identity', 'contact', 'need', 'note'],
    recipients: partnerIds,
    months: 24,
    givenHow: chance.weigh({ spoken: 60, written: 40 }),
    locale,
    textNumber: 1,
    ...giverOf({ at, birthYear: person.birthYear }),
  });
  return { personId, areaCode, screeningId: screening.screeningId, wants, from: at, locale };
}

/** Someone who asked without an account, in the last days: some are taken, some wait. Gives the code of the request. */
export async function askAlone(
  setting: Setting,
  asked: { at: Date; isTaken: boolean; displayName: string | undefined },
): Promise<string> {
  const { told, chance, directory } = setting;
  const { locale, contactPoints } = aPerson(chance, '');
  const { needs, wants } = someNeeds(chance);
  const contact = chance.pick(contactPoints);
  const areaId = directory.areaIds.get(anArea(chance, directory)) ?? null;
  const displayName = chance.isLucky(0.5) ? aName(chance).displayName : '';
  const { accessCode } = await told.screening({ actor: ANYONE, now: asked.at }).askForHelp({
    needs,
    wants,
    displayName: asked.displayName ?? displayName,
    areaId,
    safeContact: 'may_contact',
    contactKind: contact.kind,
    contactValue: contact.value,
    contactNote: contact.note ?? '',
    locale,
  });
  if (!asked.isTaken) return accessCode;
  const as = {
    actor: chance.pick(setting.navigators),
    now: new Date(asked.at.getTime() + chance.between(0.3, 3) * 3600_000),
  };
  const { requests } = await told.screening(as).listWaiting({});
  const newest = requests.toSorted((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1))[0];
  if (newest !== undefined) await told.screening(as).takeRequest({ screeningId: newest.screeningId });
  return accessCode;
}
