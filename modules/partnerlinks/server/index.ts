import { serverModule } from '@qantara/platform';
import { partnerlinksRoutes } from '../contract/index.ts';
import { answerByLink, askByLink, lookAtLink, openLink } from './answer-by-link.ts';
import { answerForPartner, askPartner, listLinks, makeLink, revokeLink } from './make-link.ts';
import { remindPartner } from './remind-partner.ts';
import type { PartnerlinksTables } from './tables.gen.ts';

export const partnerlinksModule = serverModule<typeof partnerlinksRoutes, PartnerlinksTables>({
  name: 'partnerlinks',
  routes: partnerlinksRoutes,
  handlers: {
    listLinks,
    makeLink,
    revokeLink,
    answerForPartner,
    askPartner,
    lookAtLink,
    openLink,
    answerByLink,
    askByLink,
  },
  subscribers: [{ event: 'referral.reminded', name: 'partnerlinks.remind', handle: remindPartner }],
});
