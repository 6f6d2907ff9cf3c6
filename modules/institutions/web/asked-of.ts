/** An address that somebody mistyped or shortened finds what it can rather than an error. */
export function askedOf(request: Request) {
  const query = new URL(request.url).searchParams;
  const fitting = (name: string, pattern: RegExp) => pattern.exec(query.get(name) ?? '')?.[0] ?? '';
  return {
    kindCode: fitting('kindCode', /^[a-z_]{1,40}$/),
    areaId: fitting('areaId', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    page: Math.min(Number(fitting('page', /^[1-9]\d{0,2}$/) || 1), 500),
  };
}

/** One of these words, or nothing. */
export function oneOf<T extends string>(request: Request, name: string, words: readonly T[]): T | undefined {
  const asked = new URL(request.url).searchParams.get(name);
  return words.find((word) => word === asked);
}
