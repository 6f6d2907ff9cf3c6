import { ExportedState, ExportFormat, ExportKind } from './export.ts';

export {
  AskedExport,
  ExportedState,
  ExportFormat,
  ExportId,
  ExportKind,
  ExportLine,
  exportsRoutes,
  ReferralLine,
  ScreeningLine,
  TakenExport,
} from './export.ts';
export const enumMessages = {
  'exports.kind': ExportKind,
  'exports.format': ExportFormat,
  'exports.state': ExportedState,
};
