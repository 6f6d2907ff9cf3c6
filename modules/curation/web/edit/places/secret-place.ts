import { HIDDEN_FIELDS } from '../../../contract/index.ts';

/** A place that is confidential, or becomes so by this form: what is typed of it does not come back. */
export const SECRET_PLACE = {
  isSecret: (form: FormData) => form.get('isConfidential') !== null || form.get('isHidden') !== null,
  fields: [...HIDDEN_FIELDS, 'longitude'],
};
