import { textIn, type Locale } from '@qantara/kernel';
import type { Service } from '@qantara/directory/contract';
import type { StandsNow } from './SuggestFields.tsx';

/** What a service's page says now of what can be said to be different, in one language. */
export function standsNow(service: Service, locale: Locale): StandsNow {
  const [place] = service.places;
  return {
    name: textIn(service.name, locale).text,
    phone: service.phones[0]?.number ?? service.organisation.phone,
    address: textIn(place?.address, locale).text,
    eligibility_description: textIn(service.eligibility, locale).text,
    application_process: textIn(service.applicationProcess, locale).text,
    fees_description: textIn(service.fees, locale).text,
    email: service.email,
    url: service.url,
  };
}
