import { ConsentPurpose, DataCategory } from './consent.ts';
import { ConsentManner } from './consent-manner.ts';
import { Channel, ContactKind, ContactRefusal, NoContactReason } from './contact.ts';
import { GlassReason, GlassVerdict } from './glass.ts';
import { LiftingState, LiftTo } from './protection.ts';
import { RecordClass } from './record-class.ts';
import { ChildAge, HouseholdRelation, LeavingTo } from './household/household.ts';
import { MergeStatus, PairReason } from './duplicate.ts';
import { NameKind } from './name.ts';
import { Gender, NamedLanguage } from './person.ts';

export { Consent, ConsentId, ConsentPurpose, DataCategory, NewConsent } from './consent.ts';
export { ConsentManner } from './consent-manner.ts';
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
/** A channel is named by the way of contact that it belongs to. */
export const wordlessEnums = [Channel];
export const enumMessages = {
  'people.contactKind': ContactKind,
  'people.contactRefusal': ContactRefusal,
  'people.noContact': NoContactReason,
  'people.purpose': ConsentPurpose,
  'people.category': DataCategory,
  'people.givenHow': ConsentManner,
  'people.nameKind': NameKind,
  'people.gender': Gender,
  'people.language': NamedLanguage,
  'people.pairReason': PairReason,
  'people.mergeStatus': MergeStatus,
  'people.class': RecordClass,
  'people.liftTo': LiftTo,
  'people.lifting': LiftingState,
  'people.glassReason': GlassReason,
  'people.glassVerdict': GlassVerdict,
  'people.relation': HouseholdRelation,
  'people.childAge': ChildAge,
  'people.leavingTo': LeavingTo,
};
