const SAID = { name: { en: 'Safe' }, definition: { en: 'Who feel safe' }, source: { en: 'Survey' } };

/** What is said of measures that are brought in, and files of them. */
function ofSeries(): Record<string, Record<string, unknown>> {
  const place = { code: 'felt_safe', areaId: '0199aaaa-0000-7000-8000-00000000a0a0', startsOn: '2025-01-01' };
  const byImport = { importId: '0199aaaa-0000-7000-8000-00000000f0f0' };
  return {
    'GET /indicators/:code/series': { code: 'closure_rate' },
    'GET /public/indicators/:code/series': { code: 'closure_rate' },
    'POST /indicators': {
      ...SAID,
      code: 'felt_safe',
      kind: 'population',
      unit: 'ratio',
      better: 'up',
      frequency: 'year',
    },
    'GET /measures': {},
    'POST /counted-indicators': {
      ...SAID,
      code: 'helped_with_food',
      recipe: 'got_help_rate',
      needCode: 'food',
      better: 'up',
      frequency: 'year',
    },
    'POST /indicators/:code': { ...SAID, code: 'closure_rate', better: 'up', frequency: 'year', version: 1 },
    'POST /indicators/:code/observations': { ...place, endsOn: '2026-01-01', value: 0.5 },
    'POST /indicators/:code/approve': { ...place, seen: ['1'] },
    'POST /indicators/:code/reopen': { ...place, reason: 'it was wrong' },
    'GET /series-imports': {},
    'GET /series-imports/:importId': byImport,
    'POST /series-imports': {
      fileName: 'survey.csv',
      content: Buffer.from('indicator,area,period,value').toString('base64'),
    },
    'POST /series-imports/:importId/write': byImport,
    'POST /series-imports/:importId/discard': byImport,
  };
}

/** What is asked of figures, of what is behind them, and of the services that suit. */
export function ofMeasures(): Record<string, Record<string, unknown>> {
  return {
    'GET /matching-services': { needCode: 'food' },
    'GET /indicators/:code/records': { code: 'closure_rate' },
    'GET /figure-reasons': {},
    'POST /figure-releases': {},
    'GET /scorecard': {},
    'GET /exports': {},
    'POST /exports': { kind: 'referrals', format: 'csv' },
    ...ofSeries(),
    'POST /exports/:exportId/rows': { exportId: '0199aaaa-0000-7000-8000-00000000e0e0' },
  };
}
