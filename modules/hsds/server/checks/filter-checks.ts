import { contentsOf, findIds, idOf, isObject, listOf, must, skip, type Check, type Json, type World } from './check.ts';

function within(found: string[], all: readonly string[], what: string): void {
  const known = new Set(all);
  const stranger = found.find((id) => !known.has(id));
  must(stranger === undefined, `${what} finds ${stranger}, which the list without it does not have`);
}

const organizationOf = (service: Json): unknown =>
  service['organization_id'] ?? (isObject(service['organization']) ? service['organization']['id'] : undefined);

/** A service with everything in it that has what is looked for. */
async function findFull(world: World, has: (service: Json) => boolean): Promise<Json | undefined> {
  for (const id of listOf(world, 'services').ids.slice(0, 25)) {
    const { json } = await world.client.get(`/services/${encodeURIComponent(id)}`);
    if (isObject(json) && has(json)) return json;
  }
  return undefined;
}

type Term = { id: string; taxonomyId: string | undefined };

function termsOf(service: Json): Term[] {
  const attributes = Array.isArray(service['attributes']) ? service['attributes'].filter(isObject) : [];
  return attributes.flatMap((attribute) => {
    const term = isObject(attribute['taxonomy_term']) ? attribute['taxonomy_term'] : {};
    const id = attribute['taxonomy_term_id'] ?? term['id'];
    const detail = isObject(term['taxonomy_detail']) ? term['taxonomy_detail']['id'] : undefined;
    const taxonomyId = term['taxonomy_id'] ?? detail;
    return typeof id === 'string' ? [{ id, taxonomyId: typeof taxonomyId === 'string' ? taxonomyId : undefined }] : [];
  });
}

async function classifiedBy(
  world: World,
  query: Record<string, string>,
  holds: (term: Term) => boolean,
): Promise<void> {
  const found = await findIds(world, 'services', query);
  must(found.length > 0, 'it finds nothing, though a service has it');
  if (listOf(world, 'services').isWhole) within(found, listOf(world, 'services').ids, 'it');
  for (const id of new Set([found[0], found.at(-1)])) {
    const { json } = await world.client.get(`/services/${encodeURIComponent(String(id))}`);
    must(isObject(json) && termsOf(json).some(holds), `it finds ${id}, which does not have it`);
  }
}

async function someTerm(world: World): Promise<Term> {
  const service = await findFull(world, (one) => termsOf(one).length > 0);
  return (service && termsOf(service)[0]) ?? skip('no service that was looked at has a term');
}

function momentsOf(world: World): string[] {
  const { items } = listOf(world, 'services');
  const moments = items.map((item) => item['last_modified']).filter((said) => typeof said === 'string');
  return moments.length === 0
    ? skip('no service says when it changed')
    : moments.toSorted((one, other) => Date.parse(one) - Date.parse(other));
}

const nameOf = ({ name }: Json): string => (typeof name === 'string' ? name : '');
const WORD = /\p{L}{5,}/u;
const NONSENSE = 'zzqxjvkwpyy';

/** Each filter of the services: what it must find, what it must not, and that filters add up. */
export const FILTER_CHECKS: Check[] = [
  {
    name: 'search finds a service by a word of its name, and nothing by no word',
    run: async (world) => {
      const { items } = listOf(world, 'services');
      const named = items.find((item) => WORD.test(nameOf(item)));
      const word = WORD.exec(nameOf(named ?? {}))?.[0] ?? skip('no service has a name to search by');
      const found = await findIds(world, 'services', { search: word });
      must(found.includes(idOf(named ?? {})), `search=${word} does not find ${idOf(named ?? {})}, which is called so`);
      must((await findIds(world, 'services', { search: NONSENSE })).length === 0, `search=${NONSENSE} finds something`);
    },
  },
  {
    name: 'organization_id finds the services of one organization alone',
    run: async (world) => {
      const { items } = listOf(world, 'services');
      const organization =
        items.map(organizationOf).find((id) => typeof id === 'string') ?? skip('no service names its organization');
      const { json } = await world.client.get('/services', { organization_id: String(organization), per_page: '100' });
      const found = contentsOf(json, '/services');
      must(found.length > 0, 'it finds nothing, though a service names it');
      const stranger = found.find((service) => organizationOf(service) !== organization);
      must(stranger === undefined, `it finds ${idOf(stranger ?? {})}, which is of another`);
    },
  },
  {
    name: 'taxonomy_term_id finds what has the term',
    run: async (world) => {
      const term = await someTerm(world);
      await classifiedBy(world, { taxonomy_term_id: term.id }, ({ id }) => id === term.id);
    },
  },
  {
    name: 'taxonomy_id finds what has a term of the taxonomy',
    run: async (world) => {
      const { taxonomyId = skip('the term does not name its taxonomy') } = await someTerm(world);
      await classifiedBy(world, { taxonomy_id: taxonomyId }, (term) => term.taxonomyId === taxonomyId);
    },
  },
  {
    name: 'modified_after finds what changed at that moment or later, and later finds no more',
    run: async (world) => {
      const moments = momentsOf(world);
      const [middle = '', last = ''] = [moments[Math.floor(moments.length / 2)], moments.at(-1)];
      const { items, isWhole } = listOf(world, 'services');
      const found = await findIds(world, 'services', { modified_after: middle });
      const later = await findIds(world, 'services', { modified_after: last });
      within(later, found, 'a later moment');
      for (const item of items.filter((one) => typeof one['last_modified'] === 'string')) {
        const isAfter = Date.parse(String(item['last_modified'])) >= Date.parse(middle);
        if (isWhole)
          must(
            found.includes(idOf(item)) === isAfter,
            `it is wrong about ${idOf(item)}, which changed at ${String(item['last_modified'])}`,
          );
      }
      const future = new Date(Date.parse(last) + 86_400_000).toISOString();
      must((await findIds(world, 'services', { modified_after: future })).length === 0, 'the future finds something');
    },
  },
  {
    name: 'filters add up',
    run: async (world) => {
      const service =
        (await findFull(world, (one) => termsOf(one).length > 0 && organizationOf(one) !== undefined)) ??
        skip('no service has a term and an organization');
      const [byOrganization, byTerm] = [
        { organization_id: String(organizationOf(service)) },
        { taxonomy_term_id: termsOf(service)[0]?.id ?? '' },
      ];
      const [one, other] = [await findIds(world, 'services', byOrganization), await findIds(world, 'services', byTerm)];
      const both = await findIds(world, 'services', { ...byOrganization, ...byTerm });
      const expected = one.filter((id) => other.includes(id)).toSorted();
      must(
        JSON.stringify(both.toSorted()) === JSON.stringify(expected),
        `together they find ${both.length} and not the ${expected.length} that each finds`,
      );
    },
  },
  {
    name: 'minimal tells every service, and of each only what it is called and when it changed',
    run: async (world) => {
      const { ids, isWhole } = listOf(world, 'services');
      const { status, json } = await world.client.get('/services', { minimal: 'true', per_page: '100' });
      must(status === 200, `minimal=true answers ${status}`);
      const contents = contentsOf(json, '/services');
      const known = new Set(['id', 'last_modified', 'modified_date']);
      const more = contents.flatMap((item) => Object.keys(item)).find((key) => !known.has(key));
      must(more === undefined, `it tells ${more}`);
      if (isWhole) within(contents.map(idOf), ids, 'minimal');
    },
  },
  {
    name: 'full tells all that the list tells, and more',
    run: async (world) => {
      listOf(world, 'services');
      const [list, full] = [
        contentsOf((await world.client.get('/services', { per_page: '10' })).json, '/services'),
        contentsOf((await world.client.get('/services', { per_page: '10', full: 'true' })).json, '/services'),
      ];
      for (const item of list) {
        const whole = full.find((one) => idOf(one) === idOf(item));
        must(whole !== undefined, `full=true does not have ${idOf(item)}`);
        const lost = Object.entries(item).find(([key, value]) => typeof value !== 'object' && whole?.[key] !== value);
        must(lost === undefined, `full=true does not tell ${lost?.[0]} of ${idOf(item)} as the list does`);
      }
    },
  },
  {
    name: 'top_only finds terms without a parent, and taxonomy_id those of one taxonomy',
    run: async (world) => {
      const { items } = listOf(world, 'taxonomy_terms');
      const top = contentsOf(
        (await world.client.get('/taxonomy_terms', { top_only: 'true', per_page: '100' })).json,
        '/taxonomy_terms',
      );
      const child = top.find((term) => (term['parent_id'] ?? null) !== null && term['parent_id'] !== '');
      must(child === undefined, `top_only finds ${idOf(child ?? {})}, which has a parent`);
      const taxonomy = items.map((term) => term['taxonomy_id']).find((id) => typeof id === 'string');
      if (taxonomy === undefined) skip('no term names its taxonomy by its id');
      const query = { taxonomy_id: String(taxonomy), per_page: '100' };
      const found = contentsOf((await world.client.get('/taxonomy_terms', query)).json, '/taxonomy_terms');
      must(found.length > 0, 'taxonomy_id finds nothing, though a term names it');
      const stranger = found.find((term) => term['taxonomy_id'] !== taxonomy);
      must(stranger === undefined, `taxonomy_id finds ${idOf(stranger ?? {})}, which is of another`);
    },
  },
];
