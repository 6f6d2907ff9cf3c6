import { AssetKind } from '../contract/index.ts';

/** An address that somebody mistyped or shortened finds what it can rather than an error. */
export function askedOf(request: Request) {
  const query = new URL(request.url).searchParams;
  const fitting = (name: string, pattern: RegExp) => pattern.exec(query.get(name) ?? '')?.[0] ?? '';
  return {
    kind: AssetKind.safeParse(query.get('kind')).data,
    areaId: fitting('areaId', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    tag: fitting('tag', /^[^]{0,60}/).trim(),
    page: Math.min(Number(fitting('page', /^[1-9]\d{0,2}$/) || 1), 500),
  };
}
