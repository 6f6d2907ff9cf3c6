import { route } from '@qantara/kernel';
import { z } from 'zod';
import { FormDefinition } from './form.ts';

export const formsRoutes = {
  getForm: route({
    path: 'GET /forms/:formCode',
    may: 'anyone',
    input: z.object({ formCode: z.string().min(1).max(60) }),
    output: FormDefinition,
    refusals: ['form_not_found'],
    offline: 'read',
  }),
};
