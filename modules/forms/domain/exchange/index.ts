export type { BroughtForm } from './brought-form.ts';
export { takeTexts } from './take-texts.ts';
export type { Line, Sheets } from './xlsform/lines.ts';
export { readXlsform } from './xlsform/read-xlsform.ts';
export { writeXlsform, type SentForm } from './xlsform/write-xlsform.ts';
