export { CONSENT_FORM, CARRIED } from './carried.ts';
export { ConsentList } from './ConsentList.tsx';
export { SafeContact } from './SafeContact.tsx';
