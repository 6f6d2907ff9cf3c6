import { LOCALES, type Locale, type LocalizedText } from '@qantara/kernel';
import type { Capacity } from '@qantara/directory/contract';
import { z } from 'zod';
import { needIn } from './categories.ts';
import { CAPACITY_CODES } from './directory.ts';
import { code, concepts, list, Reference, references, text } from './elements.ts';
import { isRecord, type Concept } from './resource.ts';
import { EXTENSIONS, SYSTEMS } from './systems.ts';

const Part = z.object({ url: z.string(), valueCode: code.optional(), valueString: text.optional() });
const Element = z.object({ extension: list(z.object({ url: z.string(), extension: list(Part).optional() })) });
const Telecom = z.object({ extension: list(z.looseObject({ url: z.string() })).optional(), system: code, value: text });
const Extension = list(z.looseObject({ url: z.string() })).optional();
const telecom = list(Telecom).optional();
const named = { name: text.max(500), _name: Element.optional() };

/** What is taken in of an Organization. */
export const OrganizationShape = z.object({
  ...named,
  extension: Extension,
  active: z.boolean().optional(),
  telecom,
  partOf: Reference.optional(),
});

/** What is taken in of a Location; whose it is must be said. */
export const LocationShape = z.object({
  name: named.name.optional(),
  _name: Element.optional(),
  status: z.enum(['active', 'suspended', 'inactive']).default('active'),
  address: z
    .object({
      text: text.max(1000).optional(),
      _text: Element.optional(),
      line: list(text.max(300)).optional(),
      city: text.max(200).optional(),
      postalCode: text.max(20).optional(),
      country: text.optional(),
    })
    .optional(),
  position: z.object({ longitude: z.number().min(-180).max(180), latitude: z.number().min(-90).max(90) }).optional(),
  telecom,
  managingOrganization: Reference.optional(),
});

/** What is taken in of a HealthcareService. */
export const ServiceShape = z.object({
  ...named,
  extension: Extension,
  active: z.boolean().default(true),
  providedBy: Reference.optional(),
  category: concepts,
  location: references,
  comment: text.max(5000).optional(),
  _comment: Element.optional(),
  telecom,
  communication: concepts,
});

type Words = string | undefined;
type Beside = z.infer<typeof Element> | undefined;

/**
 * A text as the product holds it: what it was called already in some language stays in that one, what is new is in the language of the call; a language
 * that is not spoken of stays as it stands.
 */
export function textOver(
  standing: LocalizedText | null,
  [said, beside]: [Words, Beside],
  locale: Locale,
): LocalizedText | null {
  if (said === undefined) return null;
  const known = LOCALES.find((one) => standing?.[one] === said) ?? locale;
  const others = (beside?.extension ?? []).flatMap(({ url, extension: parts = [] }) => {
    const lang = parts.find((part) => part.url === 'lang')?.valueCode;
    const content = parts.find((part) => part.url === 'content')?.valueString;
    const to = LOCALES.find((one) => one === lang);
    return url === EXTENSIONS.translation && to !== undefined && content !== undefined ? [[to, content] as const] : [];
  });
  return { ...standing, [known]: said, ...Object.fromEntries(others) };
}

type Telecoms = z.infer<typeof telecom>;

/** One number, address and site: the one for appointments before others. */
export function waysIn(given: Telecoms): { phone: string | null; email: string | null; url: string | null } {
  const first = (system: string): string | null => {
    const all = (given ?? []).filter((one) => one.system === system);
    const forAppointments = all.find(({ extension = [] }) =>
      extension.some(({ url }) => url.endsWith('TelecomAppointment')),
    );
    return (forAppointments ?? all[0])?.value ?? null;
  };
  return { phone: first('phone'), email: first('email'), url: first('url') };
}

/** The needs that categories name: by our own codes where there are any, else by what the SDOH categories mean here. */
export function needsIn(categories: readonly Concept[] = []): string[] {
  const own = categories.filter(({ coding = [] }) => coding.some(({ system }) => system === SYSTEMS.need));
  const named = (own.length > 0 ? own : categories).flatMap((one) => needIn([one]) ?? []);
  return [...new Set(named)];
}

/** Whether there is room, as the extension says it; undefined where it says nothing. */
export function capacityIn(extensions: readonly unknown[] = []): Capacity | undefined {
  const [of] = extensions.filter(isRecord).filter(({ url }) => url === EXTENSIONS.capacityStatus);
  const parts = Array.isArray(of?.['extension']) ? (of['extension'] as unknown[]).filter(isRecord) : [];
  const concept = parts.find(({ url }) => url === 'capacityStatus')?.['valueCodeableConcept'] as Concept | undefined;
  const said = concept?.coding?.map((coding) => coding.code);
  return CAPACITY_CODES.find(([, one]) => said?.includes(one) === true)?.[0];
}

/** Whoever sends it has looked at what is like it: an extension of ours that says so. */
export function isSureNew(extensions: readonly unknown[] = []): boolean {
  return extensions.some((one) => isRecord(one) && one['url'] === EXTENSIONS.knownNew && one['valueBoolean'] === true);
}

/** The languages that are spoken, by their codes. */
export function languagesIn(given: readonly Concept[] = []): string[] {
  const codes = given.flatMap(({ coding = [] }) => coding.flatMap((one) => one.code?.split('-')[0] ?? []));
  return [...new Set(codes.filter((one) => /^[a-z]{2,3}$/.test(one)))];
}
