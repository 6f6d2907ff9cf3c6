const LONGEST = 60;
const GOOD = /^[a-z][a-z0-9_]{0,59}$/;

function slugOf(name: string): string {
  const slug = name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  return (/^[a-z]/.test(slug) ? slug : `q_${slug}`).slice(0, LONGEST - 5).replace(/_+$/, '');
}

/** Names of a file as codes of a form: the same name always the same code, two names never one. */
export class Names {
  readonly #codes = new Map<string, string>();
  readonly #taken = new Set<string>();

  /** The codes that stand as they are are given out first, so that no renamed one takes theirs. */
  constructor(names: readonly string[]) {
    const good = names.filter((name) => GOOD.test(name));
    for (const name of good) this.#give(name, name);
  }

  #give(name: string, code: string): string {
    this.#codes.set(name, code);
    this.#taken.add(code);
    return code;
  }

  codeOf(name: string): string {
    const known = this.#codes.get(name);
    if (known !== undefined) return known;
    return this.#give(name, this.free(GOOD.test(name) ? name : slugOf(name)));
  }

  knows(name: string): boolean {
    return this.#codes.has(name);
  }

  /** A code that no name has, beginning so. */
  free(beginning: string): string {
    let code = beginning;
    for (let number = 2; this.#taken.has(code); number += 1) code = `${beginning}_${number}`;
    this.#taken.add(code);
    return code;
  }
}
