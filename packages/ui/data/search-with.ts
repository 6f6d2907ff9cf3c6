/** The query of this page with some of its parts changed: null or blank takes a part out. Changing anything goes back to page 1. */
export function searchWith(search: string, changes: Record<string, string | number | null>): string {
  const query = new URLSearchParams(search);
  if (!('page' in changes)) query.delete('page');
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') query.delete(name);
    else query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? '?' : `?${text}`;
}
