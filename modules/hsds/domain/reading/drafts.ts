import type { Locale, LocalizedText } from '@qantara/kernel';
import type { Capacity, PhoneKind, ServiceStatus } from '../../contract/index.ts';

export type PhoneDraft = { number: string; kind: PhoneKind; description: LocalizedText | null; languages: string[] };

export type HoursDraft = {
  weekday: number | null;
  opensAt: string | null;
  closesAt: string | null;
  description: LocalizedText | null;
  locationSourceId: string | null;
};

/** What a source says that has no place here, under the name that it has there. */
export type Attributes = Record<string, string>;

export type OrganisationDraft = {
  sourceId: string;
  name: LocalizedText;
  alternateName: LocalizedText | null;
  description: LocalizedText | null;
  email: string | null;
  website: string | null;
  phone: string | null;
  attributes: Attributes;
};

export type LocationDraft = {
  sourceId: string;
  organisationSourceId: string;
  name: LocalizedText | null;
  description: LocalizedText | null;
  transport: LocalizedText | null;
  address: string | null;
  areaId: string | null;
  latitude: number | null;
  longitude: number | null;
  accessibility: LocalizedText | null;
  phones: PhoneDraft[];
  attributes: Attributes;
};

export type ServiceDraft = {
  sourceId: string;
  organisationSourceId: string;
  name: LocalizedText;
  alternateName: LocalizedText | null;
  description: LocalizedText | null;
  status: ServiceStatus;
  url: string | null;
  email: string | null;
  applicationProcess: LocalizedText | null;
  alert: LocalizedText | null;
  minimumAge: number | null;
  maximumAge: number | null;
  assuredAt: string | null;
  capacity: Capacity;
  capacityAt: string | null;
  needCodes: Set<string>;
  areaIds: Set<string>;
  languages: Set<string>;
  locationSourceIds: Set<string>;
  phones: PhoneDraft[];
  hours: HoursDraft[];
  /** One line each, joined when all rows have been read. */
  lines: Record<'eligibility' | 'fees' | 'documents' | 'areaNote', string[]>;
  attributes: Attributes;
};

/** A text in the one language that a package is in. */
export function localized(text: string | null, language: Locale): LocalizedText | null {
  return text === null || text === '' ? null : { [language]: text };
}

/** Adds to what is kept under a name; what stands there already stays. */
export function keep(attributes: Attributes, label: string, value: string | null): void {
  if (value === null || value === '') return;
  const before = attributes[label];
  if (before === undefined) attributes[label] = value;
  else if (!before.split('; ').includes(value)) attributes[label] = `${before}; ${value}`;
}
