import { listOrganisationNames } from '@qantara/organisations/server';
import { textIn, type Locale, type LocalizedText } from '@qantara/kernel';
import type { AnyCtx } from '@qantara/platform';
import type { NoticeTemplate, PlaceholderKind } from '../../contract/index.ts';
import type { NoticeValues, ShownValues } from '../../domain/index.ts';
import { dateShown } from './date-shown.ts';

/** The name of something that a higher module keeps, by its code or identifier; undefined where it is not there, or not for everybody. */
export type NameOf = (ctx: AnyCtx, id: string) => Promise<LocalizedText | undefined>;

/** Where names of what stands above this module come from: given at composition. */
export type Names = { need: NameOf; service: NameOf };

type Asked = { ctx: AnyCtx; names: Names; locale: Locale };

async function nameOf({ ctx, names }: Asked, kind: PlaceholderKind, id: string): Promise<LocalizedText | undefined> {
  if (kind === 'organisation') return (await listOrganisationNames(ctx, [id])).get(id);
  if (kind === 'need' || kind === 'service') return names[kind](ctx, id);
  return undefined;
}

async function shown(asked: Asked, kind: PlaceholderKind, value: string | number): Promise<string | undefined> {
  const { ctx, locale } = asked;
  const text = String(value);
  if (kind === 'link') return `${ctx.outside.address}/${locale}${text}`;
  if (kind === 'date') return dateShown(ctx, locale, text);
  if (kind === 'mark' || kind === 'count') return text;
  const name = await nameOf(asked, kind, text);
  return name === undefined ? undefined : textIn(name, locale).text;
}

/** The values as they are read in one language; undefined where a name is in none of our tables. */
export async function showValues(
  asked: Asked,
  { placeholders }: Pick<NoticeTemplate, 'placeholders'>,
  values: NoticeValues,
): Promise<ShownValues | undefined> {
  const all: ShownValues = {};
  for (const [name, kind] of Object.entries(placeholders)) {
    const value = values[name];
    const text = value === undefined ? undefined : await shown(asked, kind, value);
    if (text === undefined) return undefined;
    all[name] = text;
  }
  return all;
}
