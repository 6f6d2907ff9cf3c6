import type { FormDefinition } from '@qantara/forms/contract';
import { formsRoutes } from '@qantara/forms/contract';
import { clientFor, Refusal, type Locale } from '@qantara/kernel';
import { territoryRoutes } from '@qantara/territory/contract';
import type { Area } from '@qantara/territory/contract';
import { browserInvoke, type TypedValues } from '@qantara/ui';
import {
  dropCopy,
  flush,
  keepCopy,
  listCopies,
  sendBy,
  wipeDevice,
  type DeviceDatabase,
  type OpenDevice,
} from '@qantara/ui/offline';
import { offlineRoutes, RECEIVED, type TakenPerson } from '../contract/index.ts';

const api = clientFor(offlineRoutes, browserInvoke);

/** A piece of work that was begun: whose answers, to what, as far as they came. */
export type Draft = {
  form: FormDefinition;
  person: TakenPerson | null;
  locale: Locale;
  typed: TypedValues;
};

const isReceived = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'received' in value && value.received === RECEIVED;

/** What a contact with the server came to. */
export type Contact = 'done' | 'later' | 'sign_in' | 'another_account';

/** Asks for each owner on this device whether it may keep what it holds, and wipes what it may not. Gives who was wiped. */
export async function checkOwners(database: DeviceDatabase): Promise<string[]> {
  const wiped: string[] = [];
  for (const { deviceId, secret } of await database.keyRings.toArray()) {
    const answer = await api.checkDevice({ deviceId, secret }).catch(() => undefined);
    // Only our own word takes anything off a device.
    if (answer?.received !== RECEIVED || answer.isLive) continue;
    await wipeDevice(database, deviceId);
    wiped.push(deviceId);
  }
  return wiped;
}

/** Brings the people who were taken along in step with whom their colleague may know now. */
async function refreshPeople(device: OpenDevice): Promise<void> {
  const kept = await listCopies<TakenPerson>(device, 'person');
  const personIds = kept.map(({ value }) => value.personId);
  const answer = await api.takePeople({ deviceId: device.deviceId, personIds });
  if (!isReceived(answer)) throw new TypeError('not our answer');
  const still = new Map(answer.people.map((person) => [person.personId, person]));
  for (const { id, value } of kept) {
    const person = still.get(value.personId);
    if (person === undefined) await dropCopy(device, id);
    else await keepCopy(device, { id, kind: 'person', value: person, now: new Date() });
  }
}

/**
 * One contact with the server: first whom one may still keep, then what is on its way. Nothing is sent in the name of another account that
 * happens to be signed in.
 */
export async function contactServer(device: OpenDevice): Promise<Contact> {
  try {
    await refreshPeople(device);
  } catch (fault) {
    if (!(fault instanceof Refusal)) return 'later';
    if (fault.code === 'not_signed_in') return 'sign_in';
    return fault.code === 'device_not_found' ? 'another_account' : 'later';
  }
  const left = await flush(device, { send: sendBy(browserInvoke, isReceived) });
  return left === 'refused' ? 'done' : left;
}

/** How many of one's answers arrived and wait for a decision; none where the server cannot be asked. */
export async function countWaiting(): Promise<number> {
  return api.listWaiting({}).then(
    ({ waiting }) => waiting.length,
    () => 0,
  );
}

/** Takes a form along, with the areas that it may ask for. */
export async function takeForm(device: OpenDevice, formCode: string): Promise<void> {
  const form = await clientFor(formsRoutes, browserInvoke).getForm({ formCode });
  const { areas } = await clientFor(territoryRoutes, browserInvoke).listAreas({});
  const now = new Date();
  await keepCopy(device, { id: `form ${device.deviceId} ${formCode}`, kind: 'form', value: form, now });
  await keepCopy(device, { id: `areas ${device.deviceId}`, kind: 'areas', value: areas, now });
}

/** Takes somebody along: the least that tells them from another. */
export async function takePerson(device: OpenDevice, personId: string): Promise<void> {
  const { people } = await api.takePeople({ deviceId: device.deviceId, personIds: [personId] });
  for (const person of people)
    await keepCopy(device, {
      id: `person ${device.deviceId} ${personId}`,
      kind: 'person',
      value: person,
      now: new Date(),
    });
}

/** Everything that an open device shows. */
export async function readDevice(device: OpenDevice) {
  const [areas] = await listCopies<Area[]>(device, 'areas');
  return {
    forms: await listCopies<FormDefinition>(device, 'form'),
    people: await listCopies<TakenPerson>(device, 'person'),
    drafts: await listCopies<Draft>(device, 'draft'),
    areas: areas?.value ?? [],
  };
}

export type DeviceContents = Awaited<ReturnType<typeof readDevice>>;
