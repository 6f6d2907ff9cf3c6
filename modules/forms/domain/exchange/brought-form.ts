import type { LocalizedText } from '@qantara/kernel';
import { FormBody, FormName, FormPurpose, type ExchangeNotice } from '../../contract/index.ts';
import { Names } from './names.ts';
import type { Notes } from './notes.ts';

/** A form as a file says it, with the report. */
export type BroughtForm = {
  code: string;
  title: LocalizedText;
  purpose: FormPurpose;
  body: FormBody;
  notices: ExchangeNotice[];
};

/** A form's name as its code here. */
export function formCodeOf(name: string): string {
  return FormName.safeParse(name).success ? name : new Names([]).codeOf(name === '' ? 'form' : name);
}

type Read = { code: string; title: LocalizedText; purpose: string | undefined; body: FormBody };

/** A form that was read, with what is open in it; undefined where it breaks a limit that no draft may. */
export function broughtForm({ code, title, purpose, body }: Read, notes: Notes): BroughtForm | undefined {
  const open = notes.undecided.length > 0 ? { undecided: notes.undecided } : {};
  const parsed = FormBody.safeParse({ ...body, ...open });
  if (!parsed.success) return undefined;
  const known = FormPurpose.safeParse(purpose);
  const found = parsed.data.findings === undefined ? 'survey' : 'screening';
  return {
    code: formCodeOf(code),
    title,
    purpose: known.success ? known.data : found,
    body: parsed.data,
    notices: notes.notices,
  };
}
