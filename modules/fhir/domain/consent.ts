import { monthsFrom, refuse } from '@qantara/kernel';
import type { Consent, DataCategory, NewConsent } from '@qantara/people/contract';
import { ConsentPurpose, DataCategory as Categories, SharingDirection } from '@qantara/people/contract';
import { z } from 'zod';
import { Attachment, CodeableConcept, Coding, dateTime, identifiers, list, Period, Reference } from './elements.ts';
import { localReference, pruned, isUuid, type Resource } from './resource.ts';
import { SYSTEMS } from './systems.ts';

const Actor = z.object({ role: CodeableConcept, reference: Reference });

/** What is read of a Consent. Nested provisions, and one that denies, change what is agreed to, and are refused. */
export const ConsentShape = z.object({
  identifier: identifiers,
  status: z.enum(['active', 'inactive', 'entered-in-error']),
  scope: CodeableConcept,
  category: list(CodeableConcept),
  patient: Reference,
  dateTime: dateTime.optional(),
  performer: list(Reference).optional(),
  organization: list(Reference).optional(),
  sourceAttachment: Attachment.optional(),
  sourceReference: Reference.optional(),
  provision: z
    .object({
      type: z.literal('permit').optional(),
      period: Period.optional(),
      actor: list(Actor).optional(),
      purpose: list(Coding).optional(),
      class: z.undefined().optional(),
      securityLabel: z.undefined().optional(),
      dataPeriod: z.undefined().optional(),
      code: list(CodeableConcept).optional(),
      provision: z.undefined().optional(),
      action: z.undefined().optional(),
      data: z.undefined().optional(),
    })
    .optional(),
});
export type ConsentBody = z.infer<typeof ConsentShape>;

const MOST_MONTHS = 24;
const USUAL_MONTHS = 6;

const notHeld = (path: string): never =>
  refuse('consent_not_held', { fields: [{ path: `Consent.provision.${path}`, code: 'invalid' }] });

/** For how many months, never beyond the end that was said. Refuses `consent_not_held` where it begins later or ends within a month. */
function monthsIn({ provision }: ConsentBody, now: Date): number {
  const { start = '', end } = provision?.period ?? {};
  if (Date.parse(start) > now.getTime() + 86_400_000) notHeld('period.start');
  if (end === undefined) return USUAL_MONTHS;
  const fitting = Array.from({ length: MOST_MONTHS }, (_one, at) => at + 1).filter(
    (months) => monthsFrom(now, months) <= new Date(end),
  );
  return fitting.at(-1) ?? notHeld('period.end');
}

function recipientsIn({ provision }: ConsentBody, base: string): string[] {
  return (provision?.actor ?? []).flatMap(({ reference }) => {
    const named = localReference(reference.reference, base);
    return named?.type === 'Organization' && isUuid(named.id) ? [named.id.toLowerCase()] : [];
  });
}

const isCategory = (code: string): code is DataCategory => (Categories.options as readonly string[]).includes(code);

/** Which data: what limits it in words that are not ours cannot be held. */
function categoriesIn({ provision }: ConsentBody): DataCategory[] {
  return (provision?.code ?? []).map(({ coding }) => {
    const own = coding?.find(({ system }) => system === SYSTEMS.dataCategory)?.code ?? '';
    return isCategory(own) ? own : notHeld('code');
  });
}

const PURPOSES: Record<string, ConsentPurpose> = { TREAT: 'referral', COORD: 'referral' };

function purposeIn({ provision }: ConsentBody): ConsentPurpose {
  const said = (provision?.purpose ?? []).map(({ system, code = '' }) =>
    system === SYSTEMS.purpose ? ConsentPurpose.safeParse(code).data : PURPOSES[code],
  );
  const [first = 'referral', ...others] = said;
  return said.includes(undefined) || others.some((other) => other !== first) ? notHeld('purpose') : first;
}

type Given = {
  personId: string;
  ownOrganisationId: string;
  base: string;
  now: Date;
  locale: NewConsent['locale'];
  textNumber: number;
};

/**
 * A Consent as what somebody agreed to. One that names no recipient, as SDOHCC's own, is read in the way that protects most: what was
 * agreed to stays with the organisation that wrote it down, and lets nothing pass to anybody else. One that names no data is read as
 * who it is and what they need. Refuses `consent_not_held` where it limits what cannot be held here: no consent is widened.
 */
export function consentIn(body: ConsentBody, given: Given): NewConsent {
  const recipients = recipientsIn(body, given.base);
  const categories = categoriesIn(body);
  const isWritten = body.sourceAttachment !== undefined || body.sourceReference !== undefined;
  return {
    personId: given.personId as NewConsent['personId'],
    purpose: purposeIn(body),
    categories: categories.length > 0 ? categories : ['identity', 'need'],
    recipients: recipients.length > 0 ? recipients : [given.ownOrganisationId],
    givenHow: isWritten ? 'written' : 'spoken',
    locale: given.locale,
    textNumber: given.textNumber,
    direction: SharingDirection.enum.both,
    months: monthsIn(body, given.now),
    proxyRelation: null,
    proxyName: '',
    childAssent: null,
    aloneReason: null,
    isOwnWish: false,
  };
}

const organisation = (id: string) => ({ reference: `Organization/${id}` });
const RECIPIENT = { coding: [{ system: SYSTEMS.participation, code: 'IRCP' }] };

/** Whether it lets anything pass now. */
export function isInForce({ withdrawnAt, endsAt }: Consent, now: Date): boolean {
  return withdrawnAt === null && Date.parse(endsAt) > now.getTime();
}

/** What somebody agreed to as SDOHCC-Consent, with what the profile leaves open: to whom, which data, for what, until when. */
export function consentOf(consent: Consent, said: { now: Date; organisationId: string; origin: string }): Resource {
  const { consentId, personId, startsAt, withdrawnAt, textNumber } = consent;
  const text = textNumber === null ? '' : `/api/public/consent-texts/${consent.purpose}/${textNumber}`;
  return pruned({
    resourceType: 'Consent',
    id: consentId,
    meta: {
      versionId: withdrawnAt === null ? '1' : '2',
      lastUpdated: withdrawnAt ?? startsAt,
      profile: ['http://hl7.org/fhir/us/sdoh-clinicalcare/StructureDefinition/SDOHCC-Consent'],
    },
    status: isInForce(consent, said.now) ? 'active' : 'inactive',
    scope: { coding: [{ system: SYSTEMS.consentScope, code: 'patient-privacy' }] },
    category: [{ coding: [{ system: SYSTEMS.actCode, code: 'IDSCL' }] }],
    patient: { reference: `Patient/${personId}` },
    dateTime: startsAt,
    organization: [organisation(said.organisationId)],
    sourceAttachment: { contentType: 'application/json', language: consent.locale, url: `${said.origin}${text}` },
    policyRule: { coding: [{ system: SYSTEMS.actCode, code: 'OPTIN' }] },
    provision: {
      type: 'permit',
      period: { start: startsAt, end: withdrawnAt ?? consent.endsAt },
      actor: consent.recipients.map((id) => ({ role: RECIPIENT, reference: organisation(id) })),
      purpose: [{ system: SYSTEMS.purpose, code: consent.purpose }],
      code: consent.categories.map((code) => ({ coding: [{ system: SYSTEMS.dataCategory, code }] })),
    },
  }) as Resource;
}
