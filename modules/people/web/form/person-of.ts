import type { InputOf } from '@qantara/kernel';
import type { FormValues } from '@qantara/ui';
import type { peopleRoutes } from '../../contract/index.ts';

type NewPersonInput = InputOf<typeof peopleRoutes.addPerson>;
type Contact = NonNullable<NewPersonInput['contactPoints']>[number];

/** A person as the form says it: a row for a contact that was left empty is none. */
export function personOf(values: Pick<FormValues, 'toObject'>): NewPersonInput {
  const { contactPoints = [], ...rest } = values.toObject() as NewPersonInput;
  const contacts = (contactPoints as (Partial<Contact> | undefined)[]).flatMap((contact) =>
    contact?.value === undefined ? [] : [{ ...contact, note: contact.note ?? null } as Contact],
  );
  return { ...rest, contactPoints: contacts };
}
