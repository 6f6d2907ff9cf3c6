import { newId } from '@qantara/kernel';

type Input = Record<string, unknown>;

/** Inputs about what is published; nothing was told in the matrix's region. */
export function ofDisclosure(): Record<string, Input> {
  const datasetCode = 'nothing';
  const quoteId = newId();
  const releaseId = newId();
  const policy = { least: 11, showsZero: true, leastPopulation: 40, rounding: 'none' };
  return {
    'GET /disclosure/datasets': {},
    'GET /disclosure/datasets/:datasetCode': { datasetCode },
    'POST /disclosure/datasets/:datasetCode/policies': { datasetCode, ...policy, reason: 'agreed' },
    'POST /disclosure/policies/:policyId/answer': { policyId: newId(), agrees: true },
    'GET /disclosure/releases/:releaseId': { releaseId },
    'GET /disclosure/releases/:releaseId/audit': { releaseId },
    'GET /quotes': {},
    'POST /quotes': { language: 'en', words: 'They called me back.', attribution: 'none' },
    'POST /quotes/:quoteId/release': { quoteId },
    'POST /quotes/:quoteId/withdraw': { quoteId },
    'GET /public/quotes': {},
  };
}

/** Inputs about what regions tell a ministry; nothing was sent in the matrix's region. */
export function ofExchange(): Record<string, Input> {
  const regionId = 'nobody-told-this-name-';
  return {
    'GET /public/data': {},
    'GET /exchange': {},
    'GET /exchange/preview': {},
    'POST /exchange/packages': { way: 'file' },
    'GET /exchange/packages/:packageId': { packageId: newId() },
    'POST /exchange/keys': {},
    'POST /public/exchange': { package: 'no package, whoever reads it' },
    'POST /ministry/packages': { fileName: 'package.jws', content: Buffer.from('no package').toString('base64') },
    'GET /ministry/regions': {},
    'POST /ministry/regions': {
      instanceId: 'a-region-somewhere-els',
      name: { en: 'Elsewhere' },
      publicKey: 'A'.repeat(43),
    },
    'POST /ministry/regions/:regionId/answer': { regionId, agrees: true },
    'POST /ministry/regions/:regionId/withdraw': { regionId, reason: 'its key was seen elsewhere' },
    'GET /ministry/roll-up': {},
  };
}
