import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { DataCategory, OverrideBasis, type Consent, type SharingOverride } from '../../contract/index.ts';
import type { Sharing } from './consent-covers.ts';
import { OVERRIDE_HOURS } from './override-covers.ts';
import { listBases } from './sharing-basis.ts';

const PARTNERS = ['food', 'housing', 'law'] as const;
const PURPOSES = ['referral', 'follow_up'] as const;
const HOUR = 3_600_000;
const START = Date.parse('2026-01-01T00:00:00Z');

/** What happens around one person, hour by hour. */
type Deed =
  | { deed: 'agree'; purpose: string; to: string[]; what: string[]; direction: string; lasts: number }
  | { deed: 'refuse'; purpose: string; to: string[]; what: string[] }
  | { deed: 'override'; purpose: string; to: string[]; what: string[]; basis: OverrideBasis }
  | { deed: 'withdraw' | 'end'; which: number }
  | { deed: 'wait' };

const asked = {
  purpose: fc.constantFrom(...PURPOSES),
  to: fc.subarray([...PARTNERS], { minLength: 1 }),
  what: fc.subarray([...DataCategory.options], { minLength: 1 }),
};
const aDeed = fc.oneof(
  fc.record({
    deed: fc.constant('agree' as const),
    ...asked,
    direction: fc.constantFrom('both', 'to_partners', 'from_partners'),
    lasts: fc.integer({ min: 1, max: 300 }),
  }),
  fc.record({ deed: fc.constant('refuse' as const), ...asked }),
  fc.record({ deed: fc.constant('override' as const), ...asked, basis: fc.constantFrom(...OverrideBasis.options) }),
  fc.record({ deed: fc.constantFrom('withdraw' as const, 'end' as const), which: fc.nat(5) }),
  fc.record({ deed: fc.constant('wait' as const) }),
) as fc.Arbitrary<Deed>;
const aLife = fc.array(fc.record({ after: fc.integer({ min: 0, max: 120 }), deed: aDeed }), { maxLength: 14 });

type Moments = { at: number; deed: Deed }[];
const timed = (life: { after: number; deed: Deed }[]): Moments => {
  let at = START;
  return life.map(({ after, deed }) => {
    at += after * HOUR;
    return { at, deed };
  });
};
const iso = (moment: number): string => new Date(moment).toISOString();

type Row = Record<string, unknown>;
type Kept = { consents: Row[]; overrides: Row[] };

const ofWhat = ({ purpose, to, what }: { purpose: string; to: string[]; what: string[] }): Row => ({
  purpose,
  recipients: to,
  categories: what,
});

function mark(rows: Row[], which: number, word: Row): void {
  const row = rows[which];
  if (row !== undefined)
    rows[which] = { ...word, ...Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) };
}

function keep({ consents, overrides }: Kept, { at, deed }: Moments[number]): void {
  if (deed.deed === 'agree')
    consents.push({
      ...ofWhat(deed),
      consentId: String(consents.length),
      direction: deed.direction,
      startsAt: iso(at),
      endsAt: iso(at + deed.lasts * HOUR),
      withdrawnAt: null,
    });
  if (deed.deed === 'override')
    overrides.push({
      ...ofWhat(deed),
      overrideId: String(overrides.length),
      basis: deed.basis,
      startsAt: iso(at),
      endsAt: iso(at + OVERRIDE_HOURS[deed.basis] * HOUR),
      endedAt: null,
    });
  if (deed.deed === 'withdraw') mark(consents, deed.which, { withdrawnAt: iso(at) });
  if (deed.deed === 'end') mark(overrides, deed.which, { endedAt: iso(at) });
}

/** The records that the program would hold at the end. */
function recordsOf(life: Moments): { consents: Consent[]; overrides: SharingOverride[] } {
  const kept: Kept = { consents: [], overrides: [] };
  for (const moment of life) keep(kept, moment);
  return kept as unknown as { consents: Consent[]; overrides: SharingOverride[] };
}

type Said = Extract<Deed, { deed: 'agree' | 'override' }>;

const isAbout = (deed: Said, { purpose, recipient, categories }: Sharing): boolean =>
  deed.purpose === purpose &&
  deed.to.includes(recipient) &&
  categories.filter((category) => !deed.what.includes(category)).length === 0;

const hoursOf = (deed: Said): number => (deed.deed === 'agree' ? deed.lasts : OVERRIDE_HOURS[deed.basis]);
const tells = (deed: Said): boolean => deed.deed === 'override' || ['both', 'to_partners'].includes(deed.direction);

/** The same question answered from the story alone: is there one deed that lets all of it pass, and nothing that ended it? */
function passesByTheStory(life: Moments, sharing: Sharing): boolean {
  const passed = sharing.at.getTime();
  const said = { agree: -1, override: -1 };
  return life.some(({ at, deed }) => {
    if (deed.deed !== 'agree' && deed.deed !== 'override') return false;
    said[deed.deed] += 1;
    const which = said[deed.deed];
    const ending = deed.deed === 'agree' ? 'withdraw' : 'end';
    const isOver = life.some(({ deed: other }) => other.deed === ending && other.which === which);
    const isInTime = passed >= at && passed < at + hoursOf(deed) * HOUR;
    return !isOver && isInTime && tells(deed) && isAbout(deed, sharing);
  });
}

/** A consent is taken back, and a basis ended, only once it is there. */
const isTold = (life: Moments): boolean => {
  const seen = { agree: 0, override: 0 };
  return life.every(({ deed }) => {
    if (deed.deed === 'agree' || deed.deed === 'override') seen[deed.deed] += 1;
    if (deed.deed === 'withdraw') return deed.which < seen.agree;
    return deed.deed !== 'end' || deed.which < seen.override;
  });
};

const aSharing = fc.record({
  purpose: fc.constantFrom(...PURPOSES),
  recipient: fc.constantFrom(...PARTNERS, 'police'),
  categories: fc.subarray([...DataCategory.options], { minLength: 1 }),
  hours: fc.integer({ min: 0, max: 400 }),
});

test('of whatever was agreed, refused, taken back and overridden, that passes which one word lets pass now, and nothing else', () => {
  let [passed, stopped] = [0, 0];
  fc.assert(
    fc.property(aLife.map(timed).filter(isTold), aSharing, (life, { hours, ...of }) => {
      const last = life.at(-1)?.at ?? START;
      const sharing: Sharing = { ...of, at: new Date(last + hours * HOUR) };
      const bases = listBases(recordsOf(life), sharing);
      const passes = passesByTheStory(life, sharing);
      passed += passes ? 1 : 0;
      stopped += passes ? 0 : 1;
      assert.equal(bases.length > 0, passes);
    }),
    { numRuns: 3000 },
  );
  assert.ok(passed > 20 && stopped > 20, `both were tried: ${passed} passed, ${stopped} did not`);
});

test('a refusal adds nothing: with it or without it the same passes', () => {
  fc.assert(
    fc.property(aLife.map(timed).filter(isTold), aSharing, (life, { hours, ...of }) => {
      const sharing: Sharing = { ...of, at: new Date((life.at(-1)?.at ?? START) + hours * HOUR) };
      const withoutRefusals = life.filter(({ deed }) => deed.deed !== 'refuse');
      assert.deepEqual(listBases(recordsOf(life), sharing), listBases(recordsOf(withoutRefusals), sharing));
    }),
  );
});

test('an agreement is needed under a consent always, and under a basis unless a duty or a danger of this hour binds', () => {
  const at = new Date(START + HOUR);
  const sharing: Sharing = { purpose: 'referral', recipient: 'food', categories: ['need'], at };
  const of = (basis: OverrideBasis) =>
    listBases(
      recordsOf([{ at: START, deed: { deed: 'override', purpose: 'referral', to: ['food'], what: ['need'], basis } }]),
      sharing,
    ).map(({ needsAgreement }) => needsAgreement);
  assert.deepEqual(
    OverrideBasis.options.map((basis) => [basis, ...of(basis)]),
    [
      ['imminent_harm', false],
      ['child_at_risk', true],
      ['court_order', false],
      ['duty_to_report', false],
      ['cannot_consent', true],
    ],
  );
});
