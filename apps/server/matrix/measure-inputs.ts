/** What is asked of figures, of what is behind them, and of the services that suit. */
export function ofMeasures(): Record<string, Record<string, unknown>> {
  return {
    'GET /matching-services': { needCode: 'food' },
    'GET /indicators/:code/records': { code: 'closure_rate' },
    'GET /figure-reasons': {},
    'GET /scorecard': {},
    'GET /exports': {},
    'POST /exports': { kind: 'referrals', format: 'csv' },
    'POST /exports/:exportId/rows': { exportId: '0199aaaa-0000-7000-8000-00000000e0e0' },
  };
}
