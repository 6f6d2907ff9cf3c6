import { clientFor, type Client } from '@qantara/kernel';
import { peopleRoutes, type ConsentId, type PersonId } from '@qantara/people/contract';
import type { Executor } from '@qantara/platform';
import { actorAs, type Place } from './actors.ts';

/** What else is said around a consent: a no, paper, a basis in its place, and a correction that the person asks for. */
export async function addWords(
  people: Client<typeof peopleRoutes>,
  of: { personId: PersonId; partnerId: string; consentId: ConsentId },
) {
  const { personId, partnerId, consentId } = of;
  const asked = { personId, categories: ['need' as const], recipients: [partnerId] };
  const said = { givenHow: 'spoken' as const, locale: 'en' as const, textNumber: 1 };
  await people.recordRefusal({ ...asked, ...said, purpose: 'follow_up' });
  await people.giveReceipt({ personId, consentId, form: 'discreet', locale: 'en', origin: 'https://sabil.example' });
  const { overrideId } = await people.recordOverride({
    ...asked,
    basis: 'court_order',
    reason: 'A decision of a court',
    telling: 'tell',
  });
  // Ended, so that whoever tries what a consent shares finds no other way in.
  await people.endOverride({ personId, overrideId });
  return { overrideId };
}

/** The person asks, in their own name. */
export async function askCorrection(executor: Executor, place: Place): Promise<string> {
  const caller = { actor: actorAs('resident', place), locale: 'en' as const, origin: 'x', setSession: () => undefined };
  const people = clientFor(peopleRoutes, (path, input) => executor.call(path, input, { caller }));
  const { correctionId } = await people.askCorrection({ field: 'other', whatIsWrong: 'wrong', whatIsRight: 'right' });
  return correctionId;
}
