import { AgreementKind, AgreementStatus, DataCategory, SharingPurpose } from './agreement.ts';

export {
  Agreement,
  AgreementId,
  AgreementNote,
  ChangedDraft,
  NewNote,
  Renewal,
  AgreementKind,
  AgreementStatus,
  DataCategory,
  NewAgreement,
  Party,
  SharingPurpose,
  Signature,
} from './agreement.ts';
export { agreementsRoutes } from './routes.ts';
export const enumMessages = {
  'agreements.kind': AgreementKind,
  'agreements.status': AgreementStatus,
  'agreements.purpose': SharingPurpose,
  'agreements.category': DataCategory,
};
