import { Choice, DecidedBy, Keying, SetAside, SheetState } from './sheet.ts';

export {
  Batch,
  Choice,
  DecidedBy,
  Difference,
  KeyedSheet,
  Keying,
  OpenedSheet,
  PrintedBatch,
  Quality,
  SetAside,
  SheetCode,
  SheetRule,
  SheetState,
  TypedMarks,
  WaitingSheet,
} from './sheet.ts';
export { sheetsRoutes } from './routes.ts';
export const enumMessages = {
  'sheets.choice': Choice,
  'sheets.decidedBy': DecidedBy,
  'sheets.keying': Keying,
  'sheets.setAside': SetAside,
  'sheets.state': SheetState,
};
