import { newId } from '@qantara/kernel';

type Input = Record<string, unknown>;

const FORM = { formCode: 'regional-screening' };

/** The routes of forms on paper. */
export function ofSheets({ personId, sheetCode }: { personId: string; sheetCode: string }): Record<string, Input> {
  const sheet = { sheetCode };
  return {
    'GET /forms/:formCode/sheets': FORM,
    'POST /forms/:formCode/sheets': { ...FORM, howMany: 1, locale: 'ar' },
    'GET /forms/:formCode/sheets/:batchId': { ...FORM, batchId: newId() },
    'POST /forms/:formCode/sheet-rule': { ...FORM, keying: 'twice', decidedBy: 'third' },
    'GET /sheets': {},
    'GET /sheets/:sheetCode': sheet,
    'POST /sheets/:sheetCode/keyings': { ...sheet, personId, typed: {} },
    'GET /sheets/:sheetCode/differences': sheet,
    'POST /sheets/:sheetCode/decide': { ...sheet, choices: {} },
    'POST /sheets/:sheetCode/set-aside': { ...sheet, as: 'spoiled' },
  };
}
