/** Anything of FHIR, as JSON. */
export type Resource = { resourceType: string } & Record<string, unknown>;

export type Coding = { system?: string | undefined; code?: string | undefined; display?: string | undefined };
export type Concept = { coding?: Coding[] | undefined; text?: string | undefined };
export type Reference = { reference?: string | undefined; type?: string | undefined; display?: string | undefined };

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `Patient/…` of this server, from what a program wrote: relative, or with this server's own address. */
export function localReference(reference: string | undefined, base: string): { type: string; id: string } | undefined {
  const own = reference?.startsWith(`${base}/`) === true ? reference.slice(base.length + 1) : reference;
  const [, type, id] = /^([A-Z][A-Za-z]+)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/\d+)?$/.exec(own ?? '') ?? [];
  return type === undefined || id === undefined ? undefined : { type, id };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isUuid = (id: string): boolean => UUID.test(id);

/** The version that a tag names: `W/"3"`. */
export function versionIn(tag: string | null): number | undefined {
  const [, number] = /^(?:W\/)?"(\d{1,15})"$/.exec(tag?.trim() ?? '') ?? [];
  return number === undefined ? undefined : Number(number);
}

/** Without what is undefined, and without what is left empty of it: FHIR has no empty element. */
export function pruned<T>(value: T): T {
  return (prune(value) ?? {}) as T;
}

function prune(value: unknown): unknown {
  if (value === null || value === undefined || value === '') return undefined;
  if (Array.isArray(value)) {
    const kept = value.map(prune).filter((one) => one !== undefined);
    return kept.length === 0 ? undefined : kept;
  }
  if (!isRecord(value)) return value;
  const kept = Object.entries(value).flatMap(([key, one]) => {
    const said = prune(one);
    return said === undefined ? [] : [[key, said] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
