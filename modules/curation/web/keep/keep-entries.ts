import { Refusal } from '@qantara/kernel';
import { apiOf, type FormValues } from '@qantara/ui';
import { Capacity, directoryRoutes, type Service, type ServiceId } from '@qantara/directory/contract';
import type { LoaderFunctionArgs } from 'react-router';
import type { KeptEntry } from '../../contract/index.ts';

/** An organisation with more entries than this reads each on its own page: a telephone must load this one. */
const MOST_OPENED = 15;

/** What the entries say, where they are few. */
export async function servicesOf(context: LoaderFunctionArgs['context'], entries: KeptEntry[]): Promise<Service[]> {
  const api = apiOf(context, directoryRoutes);
  const opened = entries.length > MOST_OPENED ? [] : entries;
  return Promise.all(opened.map(({ serviceId }) => api.getService({ serviceId })));
}

type Words = {
  confirm: (serviceIds: ServiceId[]) => Promise<unknown>;
  sayCapacity: (serviceId: ServiceId, capacity: Capacity) => Promise<unknown>;
};

/** Confirms what was seen, or says whether there is room; answers where the page is then, after its path. */
export async function keepEntries(values: FormValues, { confirm, sayCapacity }: Words): Promise<string> {
  const intent = values.text('intent');
  if (intent === 'confirm') {
    await confirm(values.all('serviceIds') as ServiceId[]);
    const of = values.text('of');
    return of === undefined ? '?said=confirmed' : `?said=confirmed&of=${of}#entry-${of}`;
  }
  const capacity = Capacity.safeParse(intent);
  if (!capacity.success) throw new Refusal('invalid_input');
  const serviceId = (values.text('serviceId') ?? '') as ServiceId;
  await sayCapacity(serviceId, capacity.data);
  return `?said=room&of=${serviceId}#entry-${serviceId}`;
}

/** What the address says was done a moment ago. */
export function saidIn(url: string): { what: string | null; of: string | null } {
  const { searchParams } = new URL(url);
  return { what: searchParams.get('said'), of: searchParams.get('of') };
}
