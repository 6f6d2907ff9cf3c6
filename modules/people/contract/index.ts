import { ConsentManner } from './consent/consent-manner.ts';
import { ConsentTextState } from './consent/consent-text.ts';
import {
  AloneReason,
  ChildAssent,
  ConsentPurpose,
  DataCategory,
  Minority,
  ProxyRelation,
  RefusalReason,
  SaidBy,
  SharingDirection,
} from './consent/consent.ts';
import { ReceiptForm, WhyNoPaper } from './consent/receipt.ts';
import { OverrideBasis, OverrideTelling } from './consent/sharing-override.ts';
import { Channel, ContactKind, ContactRefusal, NoContactReason } from './contact.ts';
import { CorrectionField, CorrectionStatus } from './corrections/correction.ts';
import { GlassReason, GlassVerdict } from './glass.ts';
import { KeeperKind } from './keeper.ts';
import { LiftingState, LiftTo } from './protection.ts';
import { RecordClass } from './record-class.ts';
import { ChildAge, HouseholdRelation, LeavingTo } from './household/household.ts';
import { MergeStatus, PairReason } from './duplicate.ts';
import { NameKind } from './name.ts';
import { Gender, NamedLanguage } from './person.ts';

export { ConsentManner } from './consent/consent-manner.ts';
export { ConsentText, ConsentTextState, DraftedText } from './consent/consent-text.ts';
export {
  AloneReason,
  ChildAssent,
  Consent,
  ConsentId,
  ConsentPurpose,
  ConsentRefusal,
  DataCategory,
  Minority,
  NewConsent,
  NewRefusal,
  ProxyRelation,
  RefusalId,
  RefusalReason,
  SaidBy,
  SharingDirection,
} from './consent/consent.ts';
export { GivenReceipt, MadeReceipt, ReceiptFacts, ReceiptForm, WhyNoPaper } from './consent/receipt.ts';
export {
  NewOverride,
  OverrideBasis,
  OverrideId,
  OverrideTelling,
  SharingOverride,
} from './consent/sharing-override.ts';
export {
  Channel,
  ContactKind,
  ContactPoint,
  ContactRefusal,
  ContactWay,
  ContactWords,
  NoContactReason,
  SafeContact,
} from './contact.ts';
export {
  Alike,
  AlikePerson,
  LimitedCard,
  Merge,
  MergePreview,
  MergeStatus,
  Pair,
  PairReason,
  TwoPeople,
} from './duplicate.ts';
export {
  CorrectionField,
  CorrectionId,
  CorrectionRequest,
  CorrectionStatus,
  NewCorrection,
} from './corrections/correction.ts';
export { BreakGlass, Glass, GlassId, GlassItem, GlassReason, GlassVerdict, OpenGlass, ReviewGlass } from './glass.ts';
export {
  AgeInterval,
  ChangedMember,
  ChildAge,
  Composition,
  Household,
  HouseholdId,
  HouseholdMember,
  HouseholdRelation,
  LeaveHousehold,
  LeavingTo,
  MembershipId,
  NewHousehold,
  NewMember,
  NewPersonInHousehold,
} from './household/household.ts';
export { Keeper, KeeperKind } from './keeper.ts';
export { NameId, NameKind, NewName, PersonName } from './name.ts';
export { PersonId } from './person-id.ts';
export {
  Birth,
  CorrectedPerson,
  Gender,
  LanguageCode,
  MergeId,
  NamedLanguage,
  NewPerson,
  Person,
  PersonCard,
} from './person.ts';
export {
  AnswerLifting,
  AskLifting,
  Lifting,
  LiftingId,
  LiftingState,
  LiftTo,
  Protection,
  ProtectPerson,
} from './protection.ts';
export { RecordClass } from './record-class.ts';
export { peopleRoutes } from './routes.ts';
/** A channel is named by the way of contact that it belongs to; whether somebody is of age is told by what it means for the page. */
export const wordlessEnums = [Channel, Minority];
export const enumMessages = {
  'people.contactKind': ContactKind,
  'people.contactRefusal': ContactRefusal,
  'people.noContact': NoContactReason,
  'people.purpose': ConsentPurpose,
  'people.category': DataCategory,
  'people.givenHow': ConsentManner,
  'people.direction': SharingDirection,
  'people.proxy': ProxyRelation,
  'people.childAssent': ChildAssent,
  'people.alone': AloneReason,
  'people.saidBy': SaidBy,
  'people.refusalReason': RefusalReason,
  'people.textState': ConsentTextState,
  'people.receiptForm': ReceiptForm,
  'people.whyNoPaper': WhyNoPaper,
  'people.basis': OverrideBasis,
  'people.telling': OverrideTelling,
  'people.correctionField': CorrectionField,
  'people.correctionStatus': CorrectionStatus,
  'people.nameKind': NameKind,
  'people.gender': Gender,
  'people.language': NamedLanguage,
  'people.pairReason': PairReason,
  'people.mergeStatus': MergeStatus,
  'people.class': RecordClass,
  'people.keeper': KeeperKind,
  'people.liftTo': LiftTo,
  'people.lifting': LiftingState,
  'people.glassReason': GlassReason,
  'people.glassVerdict': GlassVerdict,
  'people.relation': HouseholdRelation,
  'people.childAge': ChildAge,
  'people.leavingTo': LeavingTo,
};
