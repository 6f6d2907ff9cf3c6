import { route } from '@qantara/kernel';
import { z } from 'zod';
import { AnswerPolicy, AskPolicy, Audit, Dataset, DatasetCode, KeptPolicy, Release, ReleaseCard } from './dataset.ts';
import { NewQuote, PublicQuote, Quote } from './quote.ts';

const oneQuote = z.object({ quoteId: z.uuid() });

export const disclosureRoutes = {
  listDatasets: route({
    path: 'GET /disclosure/datasets',
    may: 'disclosure:read',
    input: z.object({}),
    output: z.object({ datasets: z.array(Dataset) }),
    refusals: [],
  }),
  getDataset: route({
    path: 'GET /disclosure/datasets/:datasetCode',
    may: 'disclosure:read',
    input: z.object({ datasetCode: DatasetCode }),
    output: z.object({ dataset: Dataset, policies: z.array(KeptPolicy), releases: z.array(ReleaseCard) }),
    refusals: ['dataset_not_found'],
  }),
  askPolicy: route({
    path: 'POST /disclosure/datasets/:datasetCode/policies',
    may: 'disclosure:write',
    input: AskPolicy,
    output: KeptPolicy,
    refusals: ['dataset_not_found', 'policy_is_so', 'policy_already_asked'],
  }),
  answerPolicy: route({
    path: 'POST /disclosure/policies/:policyId/answer',
    may: 'disclosure:agree',
    input: AnswerPolicy,
    output: KeptPolicy,
    refusals: ['policy_not_found', 'policy_own', 'policy_answered'],
  }),
  getRelease: route({
    path: 'GET /disclosure/releases/:releaseId',
    may: 'disclosure:read',
    input: z.object({ releaseId: z.uuid() }),
    output: Release,
    refusals: ['release_not_found'],
  }),
  auditRelease: route({
    path: 'GET /disclosure/releases/:releaseId/audit',
    may: 'disclosure:agree',
    input: z.object({ releaseId: z.uuid() }),
    output: Audit,
    refusals: ['release_not_found'],
  }),
  listQuotes: route({
    path: 'GET /quotes',
    may: 'quote:write',
    input: z.object({}),
    output: z.object({ quotes: z.array(Quote) }),
    refusals: [],
  }),
  proposeQuote: route({
    path: 'POST /quotes',
    may: 'quote:write',
    input: NewQuote,
    output: Quote,
    refusals: ['quote_group_small', 'quote_unattributed', 'area_not_found'],
  }),
  releaseQuote: route({
    path: 'POST /quotes/:quoteId/release',
    may: 'quote:release',
    input: oneQuote,
    output: Quote,
    refusals: ['quote_not_found', 'quote_own', 'quote_moved_on'],
  }),
  withdrawQuote: route({
    path: 'POST /quotes/:quoteId/withdraw',
    may: 'quote:write',
    input: oneQuote,
    output: Quote,
    refusals: ['quote_not_found', 'quote_moved_on'],
  }),
  listReleasedQuotes: route({
    path: 'GET /public/quotes',
    may: 'anyone',
    input: z.object({}),
    output: z.object({ quotes: z.array(PublicQuote) }),
    refusals: [],
  }),
};
