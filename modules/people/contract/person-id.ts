import { idOf, type Id } from '@qantara/kernel';

export const PersonId = idOf('PersonId');
export type PersonId = Id<'PersonId'>;
