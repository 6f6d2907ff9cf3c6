import type { Command } from '@qantara/kernel';

function queryOf(fields: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item === undefined || item === null) continue;
      query.append(name, typeof item === 'object' ? JSON.stringify(item) : String(item));
    }
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** The address and options of the call: parameters of the path are taken from the input, the rest goes along. */
export function requestOf(path: string, input: unknown, command: Command): { url: string; init: RequestInit } {
  const [method = 'GET', pattern = '/'] = path.split(' ');
  const rest: Record<string, unknown> = typeof input === 'object' && input !== null ? { ...input } : {};
  const address = pattern.replace(/:([A-Za-z]\w*)/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  const headers: Record<string, string> = { accept: 'application/json' };
  if (command.commandId !== undefined) headers['idempotency-key'] = command.commandId;
  if (method === 'GET') return { url: `/api${address}${queryOf(rest)}`, init: { method, headers } };
  headers['content-type'] = 'application/json';
  return { url: `/api${address}`, init: { method, headers, body: JSON.stringify(rest) } };
}
