import { serverModule, withTables, type AnyCtx } from '@qantara/platform';
import { disclosureRoutes, type PublicQuote } from '../contract/index.ts';
import { listDatasets } from './dataset-store.ts';
import { listAllQuotes, listPublicQuotes } from './quote-store.ts';
import { auditRelease, getDataset, getRelease } from './read-releases.ts';
import { proposeQuote, releaseQuote, withdrawQuote } from './release-quote.ts';
import { answerPolicy, askPolicy } from './set-policy.ts';
import type { DisclosureTables } from './tables.gen.ts';

export { protectTable } from '../domain/index.ts';
export { listStandingReleases } from './read-releases.ts';
export type { StandingRelease } from './release-store.ts';
export { declareDataset, releaseTable, type AskedRelease, type ReleaseAnswer } from './release-table.ts';

/** The quotes that everybody may read, for a module whose public pages show some. */
export async function listReleasedQuotes(ctx: AnyCtx): Promise<PublicQuote[]> {
  return listPublicQuotes(withTables<DisclosureTables>(ctx));
}

export const disclosureModule = serverModule<typeof disclosureRoutes, DisclosureTables>({
  name: 'disclosure',
  routes: disclosureRoutes,
  handlers: {
    listDatasets: async (ctx) => ({ datasets: await listDatasets(ctx) }),
    getDataset,
    askPolicy,
    answerPolicy,
    getRelease,
    auditRelease,
    listQuotes: async (ctx) => ({ quotes: await listAllQuotes(ctx) }),
    proposeQuote,
    releaseQuote,
    withdrawQuote,
    listReleasedQuotes: async (ctx) => ({ quotes: await listPublicQuotes(ctx) }),
  },
});
