import { ReportState } from './report.ts';
import { Rhythm } from './template.ts';

export {
  Content,
  NextEdition,
  PublicReport,
  ReadReport,
  Report,
  ReportFacts,
  ReportId,
  ReportState,
  Section,
  Shelf,
  StartReport,
  StepOfReport,
  Words,
  WriteReason,
  WriteWords,
} from './report.ts';
export { observatoryRoutes } from './routes.ts';
export { PeriodCode, Rhythm, Template, TemplateCode, Wanted } from './template.ts';
export const enumMessages = { 'observatory.state': ReportState, 'observatory.rhythm': Rhythm };
