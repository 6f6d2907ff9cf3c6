import { refuse } from '@qantara/kernel';
import { serverModule } from '@qantara/platform';
import { formsRoutes } from '../contract/index.ts';
import { findForm } from './form-store.ts';
import type { FormsTables } from './tables.gen.ts';

export { removeResponses } from './old-response-store.ts';
export { findForm, saveForm, saveResponse } from './form-store.ts';

export const formsModule = serverModule<typeof formsRoutes, FormsTables>({
  name: 'forms',
  routes: formsRoutes,
  handlers: {
    getForm: async (ctx, { formCode }) => (await findForm(ctx, formCode)) ?? refuse('form_not_found'),
  },
});
