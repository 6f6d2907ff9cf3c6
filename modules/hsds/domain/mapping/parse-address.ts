/** The parts of an address by HSDS's names; what cannot be told apart stays together in the first line. */
export type SaidAddress = Partial<
  Record<'address_1' | 'address_2' | 'city' | 'state_province' | 'postal_code' | 'country', string>
>;

const LABELS: readonly [label: RegExp, field: keyof SaidAddress][] = [
  [/^(?:city|ville|المدينه|المدينة)$/i, 'city'],
  [/^(?:state|province|gouvernorat|الولاية|المحافظة)$/i, 'state_province'],
  [/^(?:zip|zip code|postal code|code postal|الرمز البريدي)$/i, 'postal_code'],
  [/^(?:country|pays|البلد)$/i, 'country'],
  [/^(?:address|street|adresse|rue|العنوان)$/i, 'address_1'],
];

function labelled(parts: string[]): SaidAddress | undefined {
  const address: SaidAddress = {};
  for (const part of parts) {
    const [, label = '', value = ''] = /^([^:]{2,20}):\s*(.+)$/.exec(part) ?? [];
    const field = LABELS.find(([known]) => known.test(label.trim()))?.[1];
    if (field === undefined) return undefined;
    address[field] = value;
  }
  return address;
}

/** `FL 33157`, `IL 60601-1234`, `ON M5V 2T6`. */
const STATE_AND_CODE = /^([A-Z]{2})\s+(\d{5}(?:-\d{4})?|[A-Z]\d[A-Z]\s?\d[A-Z]\d)$/;
/** `1000 Tunis`, `75011 Paris`. */
const CODE_AND_CITY = /^(\d{4,6})\s+(\D{2,})$/;
const CITY_AND_CODE = /^(\D{2,}?)\s+(\d{4,6})$/;

const ENDS: readonly [end: RegExp, fields: readonly (keyof SaidAddress)[]][] = [
  [STATE_AND_CODE, ['state_province', 'postal_code']],
  [CODE_AND_CITY, ['postal_code', 'city']],
  [CITY_AND_CODE, ['city', 'postal_code']],
];

function fromEnd(parts: string[]): { address: SaidAddress; rest: string[] } {
  const last = parts.at(-1) ?? '';
  const [known] = ENDS.flatMap(([end, fields]) => {
    const found = end.exec(last);
    return found === null ? [] : [{ fields, values: found.slice(1) }];
  });
  const isState = known?.fields[0] === 'state_province';
  if (known === undefined || (parts.length < 2 && !isState)) return { address: {}, rest: parts };
  const address: SaidAddress = Object.fromEntries(known.fields.map((field, at) => [field, known.values[at] ?? '']));
  const rest = parts.slice(0, -1);
  // A city stands alone before its state: `12 Quay Road, Harbour, FL 33157`.
  const city = isState && rest.length > 1 ? rest.pop() : undefined;
  return { address: city === undefined ? address : { ...address, city }, rest };
}

/** A whole address out of one cell, told apart where its end is of a known kind. */
export function parseAddress(text: string): SaidAddress {
  const parts = text
    .split(/[\n,،]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const said = labelled(parts);
  if (said !== undefined) return said;
  const { rest, address } = fromEnd(parts);
  const [first = '', ...others] = rest;
  if (Object.keys(address).length === 0) return { address_1: parts.join(', ') };
  return {
    ...(first === '' ? {} : { address_1: first }),
    ...(others.length > 0 ? { address_2: others.join(', ') } : {}),
    ...address,
  };
}
