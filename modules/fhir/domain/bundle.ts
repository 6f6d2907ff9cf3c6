import type { Question } from './search.ts';
import type { Resource } from './resource.ts';

type Page = { resources: readonly Resource[]; included: readonly Resource[]; next: string | null; total?: number };

const entryOf = (base: string, mode: 'match' | 'include') => (resource: Resource) => ({
  fullUrl: `${base}/${resource.resourceType}/${String(resource['id'])}`,
  resource,
  search: { mode },
});

function addressOf(base: string, { type, asked }: Question, cursor: string | null): string {
  const parameters = new URLSearchParams([
    ...asked,
    ...(cursor === null ? [] : [['_cursor', cursor] as [string, string]]),
  ]);
  const query = parameters.toString();
  return `${base}/${type}${query === '' ? '' : `?${query}`}`;
}

/** One page of a search; how many there are is said where it is known for nothing. */
export function searchset(base: string, question: Question, page: Page): Resource {
  const entry = [...page.resources.map(entryOf(base, 'match')), ...page.included.map(entryOf(base, 'include'))];
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    ...(page.total === undefined ? {} : { total: page.total }),
    link: [
      { relation: 'self', url: addressOf(base, question, question.cursor) },
      ...(page.next === null ? [] : [{ relation: 'next', url: addressOf(base, question, page.next) }]),
    ],
    ...(entry.length === 0 ? {} : { entry }),
  };
}

const STATUS = { create: '201', update: '200' };

/** Every version, the newest first. */
export function historyBundle(base: string, versions: readonly Resource[]): Resource {
  return {
    resourceType: 'Bundle',
    type: 'history',
    total: versions.length,
    entry: versions.map((resource, at) => {
      const id = String(resource['id']);
      const isFirst = at === versions.length - 1;
      const { meta } = resource as { meta?: { versionId?: string; lastUpdated?: string } };
      return {
        fullUrl: `${base}/${resource.resourceType}/${id}`,
        resource,
        request: isFirst
          ? { method: 'POST', url: resource.resourceType }
          : { method: 'PUT', url: `${resource.resourceType}/${id}` },
        response: {
          status: isFirst ? STATUS.create : STATUS.update,
          ...(meta?.versionId === undefined ? {} : { etag: `W/"${meta.versionId}"` }),
          ...(meta?.lastUpdated === undefined ? {} : { lastModified: meta.lastUpdated }),
        },
      };
    }),
  };
}
