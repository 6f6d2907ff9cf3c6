export { lacksLanguages } from './languages.ts';
export { lastOver, periodCode, readPeriod, type ReportPeriod } from './periods.ts';
export { reportRows, type ReportRow } from './report-rows.ts';
