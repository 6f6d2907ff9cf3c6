import { readdirSync, readFileSync } from 'node:fs';
import { LocalizedText } from '@qantara/kernel';
import { z } from 'zod';
import { ExchangeNotice, FormBody, FormName, FormPurpose } from '../../contract/index.ts';

const FOLDER = new URL('../../../../db/seeds/forms/instruments/', import.meta.url);

/** An instrument that comes with the program: data in `db/seeds/forms/instruments`, which grows without a release. */
const InstrumentFile = z.object({
  code: FormName,
  title: LocalizedText,
  /** Whose it is, and under what it may be used. */
  note: LocalizedText,
  purpose: FormPurpose,
  body: FormBody,
  notices: z.array(ExchangeNotice),
});
export type InstrumentFile = z.infer<typeof InstrumentFile>;

/** The instruments by their codes. */
export function readInstruments(): InstrumentFile[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  return names.toSorted().map((name) => InstrumentFile.parse(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))));
}
