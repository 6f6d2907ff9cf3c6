export { CONSENT_FORM, CARRIED } from './carried.ts';
export { ConsentList } from './ConsentList.tsx';
export { birthText } from './birth-text.ts';
export { MergedRecords } from './duplicates/MergedRecords.tsx';
export { PersonHouseholds } from './household/PersonHouseholds.tsx';
export { languageName, readingLocale } from './language-name.ts';
export { personLabel } from './person-label.ts';
export { ContactWayFacts } from './safe-contact/ContactWayFacts.tsx';
export { SafeContact } from './safe-contact/SafeContact.tsx';
