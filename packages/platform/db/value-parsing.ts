import { TypeOverrides, types } from 'pg';

type TextParser = (text: string) => unknown;

// The array types have no name in pg's list; these numbers are fixed in PostgreSQL's pg_type.dat.
const TEXT_ARRAY = 1009;
const INT8_ARRAY = 1016;
const NUMERIC_ARRAY = 1231;
const DATE_ARRAY = 1182;
const TIMESTAMP_ARRAY = 1115;
const INTERVAL_ARRAY = 1187;

const asText: TextParser = (text) => text;

/**
 * How values are read, the same on both engines: bigint as number (our counts stay far below 2^53), numeric as text
 * (money is never a float), dates and times without a zone as text (a Date would move them by the server's zone),
 * intervals as text.
 */
export const valueParsing: TypeOverrides = makeParsing();

function makeParsing(): TypeOverrides {
  const overrides = new TypeOverrides();
  const asTexts: TextParser = types.getTypeParser(TEXT_ARRAY as Parameters<typeof types.getTypeParser>[0], 'text');
  const asNumbers: TextParser = (text) => {
    const items = asTexts(text);
    return Array.isArray(items) ? items.map((item) => (item === null ? null : Number(item))) : items;
  };
  const parsers: readonly (readonly [number, TextParser])[] = [
    [types.builtins.INT8, Number],
    [INT8_ARRAY, asNumbers],
    [NUMERIC_ARRAY, asTexts],
    [types.builtins.DATE, asText],
    [DATE_ARRAY, asTexts],
    [types.builtins.TIMESTAMP, asText],
    [TIMESTAMP_ARRAY, asTexts],
    [types.builtins.INTERVAL, asText],
    [INTERVAL_ARRAY, asTexts],
  ];
  for (const [oid, parser] of parsers) overrides.setTypeParser(oid, 'text', parser);
  return overrides;
}
