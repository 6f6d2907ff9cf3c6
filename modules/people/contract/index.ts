import { ConsentManner, ConsentPurpose, DataCategory } from './consent.ts';
import { ContactKind } from './person.ts';

export { Consent, ConsentId, ConsentManner, ConsentPurpose, DataCategory, NewConsent } from './consent.ts';
export { ContactKind, ContactPoint, NewPerson, Person, PersonCard, PersonId } from './person.ts';
export { peopleRoutes } from './routes.ts';
export const enumMessages = {
  'people.contactKind': ContactKind,
  'people.purpose': ConsentPurpose,
  'people.category': DataCategory,
  'people.givenHow': ConsentManner,
};
