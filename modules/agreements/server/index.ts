import { serverModule } from '@qantara/platform';
import { agreementsRoutes } from '../contract/index.ts';
import { listVisible } from './agreement-store.ts';
import {
  addAgreement,
  addParty,
  endAgreement,
  getAgreement,
  leaveAgreement,
  signAgreement,
  toAgreement,
} from './change-agreement.ts';
import { changeDraft, noteAgreement, offerAgreement, renewAgreement } from './draft-agreement.ts';
import type { AgreementsTables } from './tables.gen.ts';

export { recordAgreement, type KnownSignature } from './record-agreement.ts';
export { listAgreedCategories, listAgreedWith, listCharters, type AskedSharing } from './bond-view.ts';

export const agreementsModule = serverModule<typeof agreementsRoutes, AgreementsTables>({
  name: 'agreements',
  routes: agreementsRoutes,
  handlers: {
    listAgreements: async (ctx) => ({ agreements: (await listVisible(ctx)).map((one) => toAgreement(ctx, one)) }),
    getAgreement,
    addAgreement,
    changeDraft,
    offerAgreement,
    renewAgreement,
    noteAgreement,
    addParty,
    signAgreement,
    leaveAgreement,
    endAgreement,
  },
});
