const FORM = { headers: { 'content-type': 'application/x-www-form-urlencoded' } };

/** What no form of ours sends is read by whoever answers it. */
async function readForm(request: Request): Promise<FormData | null> {
  try {
    return await request.clone().formData();
  } catch {
    return null;
  }
}

/**
 * A posted form of which some fields are never sent back, whatever becomes of it: what is typed of a confidential place does not
 * come back with a fault either.
 */
export async function secretRequest(
  request: Request,
  of: { isSecret: (form: FormData) => boolean; fields: readonly string[] },
): Promise<Request> {
  const form = await readForm(request);
  if (form === null || !of.isSecret(form)) return request;
  const sent = new URLSearchParams();
  for (const [name, value] of form) if (typeof value === 'string') sent.append(name, value);
  for (const name of new Set(form.keys()))
    if (of.fields.some((field) => name === field || name.startsWith(`${field}.`))) sent.append('_secret', name);
  return new Request(request.url, { method: 'POST', body: sent, ...FORM });
}
