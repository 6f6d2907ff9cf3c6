import type { LocalizedText } from '@qantara/kernel';
import type { Capacity } from './service.ts';

/** A service as a page of an interface has it; of a confidential place nothing but what the service itself says. */
export type PagedService = {
  serviceId: string;
  organisationId: string;
  name: LocalizedText;
  description: LocalizedText | null;
  needCodes: string[];
  locationIds: string[];
  languages: string[];
  capacity: Capacity;
  status: string;
  phone: string | null;
  email: string | null;
  url: string | null;
  updatedAt: string;
};

/** A place that is nobody's secret, as a page of an interface has it. */
export type PagedLocation = {
  locationId: string;
  organisationId: string | null;
  name: LocalizedText | null;
  address: LocalizedText | null;
  latitude: number | null;
  longitude: number | null;
  updatedAt: string;
};
