import { serverModule } from '@qantara/platform';
import { sheetsRoutes } from '../contract/index.ts';
import { decideSheet, getDifferences } from './decide-sheet.ts';
import { keySheet, listSheetWork, openSheet, setSheetAside } from './key-sheet.ts';
import { getBatch, listBatches, printSheets, setSheetRule } from './print-sheets.ts';
import type { SheetsTables } from './tables.gen.ts';
import { tellDangerOnPaper } from './tell-danger-on-paper.ts';

export { oldSheets } from './old-sheet-store.ts';

export const sheetsModule = serverModule<typeof sheetsRoutes, SheetsTables>({
  name: 'sheets',
  routes: sheetsRoutes,
  handlers: {
    listBatches,
    printSheets,
    getBatch,
    setSheetRule,
    listSheetWork,
    openSheet,
    keySheet,
    getDifferences,
    decideSheet,
    setSheetAside,
  },
  subscribers: [{ event: 'sheet.keyed', name: 'sheets.tell-danger', handle: tellDangerOnPaper }],
});
