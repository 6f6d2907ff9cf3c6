import { LinkState } from './partner-link.ts';

export {
  AnswerByLink,
  AnswerForPartner,
  AskByLink,
  AskedOfPartner,
  AskPartner,
  LinkedReferral,
  LinkState,
  MadeLink,
  PartnerLink,
  PartnerLinkId,
  Question,
  ReferralLinks,
} from './partner-link.ts';
export { partnerlinksRoutes } from './routes.ts';
export const enumMessages = { 'partnerlinks.state': LinkState };
