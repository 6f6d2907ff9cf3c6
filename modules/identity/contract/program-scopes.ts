/** The letters of SMART App Launch 2: create, read, update, delete, search; always in this order. */
const LETTERS = ['c', 'r', 'u', 'd', 's'];
const OF_FIRST_VERSION: Readonly<Record<string, string>> = { read: 'rs', write: 'cud', '*': 'cruds' };

/** `system/Task.rs`: which letters of which type. */
const SCOPE = /^system\/(\*|[A-Z][A-Za-z]{1,60})\.(c?r?u?d?s?|read|write|\*)$/;

type Granted = ReadonlyMap<string, ReadonlySet<string>>;

function readScope(scope: string): { type: string; letters: string } | undefined {
  const [, type = '', said = ''] = SCOPE.exec(scope) ?? [];
  const letters = OF_FIRST_VERSION[said] ?? said;
  return type === '' || letters === '' ? undefined : { type, letters };
}

/** Whether this is a scope of a program; `.read`, `.write` and `.*` of the first version are, too. */
export function isProgramScope(scope: string): boolean {
  return readScope(scope) !== undefined;
}

function grantedBy(scopes: readonly string[]): Granted {
  const granted = new Map<string, Set<string>>();
  for (const scope of scopes) {
    const read = readScope(scope);
    if (read === undefined) continue;
    granted.set(read.type, new Set([...(granted.get(read.type) ?? []), ...read.letters.split('')]));
  }
  return granted;
}

const scopeOf = (type: string, letters: ReadonlySet<string>): string =>
  `system/${type}.${LETTERS.filter((letter) => letters.has(letter)).join('')}`;

/** Scopes in one form: one for each type, its letters in order, nothing that the star says already. */
export function tidyScopes(scopes: readonly string[]): string[] {
  const granted = grantedBy(scopes);
  const ofAll = granted.get('*') ?? new Set<string>();
  return [...granted]
    .map(([type, letters]) => ({
      type,
      letters: type === '*' ? letters : new Set([...letters].filter((one) => !ofAll.has(one))),
    }))
    .filter(({ letters }) => letters.size > 0)
    .map(({ type, letters }) => scopeOf(type, letters))
    .toSorted();
}

/** Whether what was granted covers this letter of this type. */
export function coversScope(granted: readonly string[], type: string, letter: string): boolean {
  const held = grantedBy(granted);
  return held.get('*')?.has(letter) === true || held.get(type)?.has(letter) === true;
}

/** What a program gets of what it asks for: never more than it was granted; nothing asked for is everything granted. */
export function cutScopes(granted: readonly string[], asked: readonly string[]): string[] {
  if (asked.length === 0) return tidyScopes(granted);
  const types = new Set([...grantedBy(granted).keys(), ...grantedBy(asked).keys()]);
  const both = [...types].map((type) => {
    const letters = LETTERS.filter((one) => coversScope(granted, type, one) && coversScope(asked, type, one));
    return { type, letters: new Set(letters) };
  });
  return tidyScopes(both.filter(({ letters }) => letters.size > 0).map(({ type, letters }) => scopeOf(type, letters)));
}
