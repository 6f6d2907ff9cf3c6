import type { PageTable } from '@qantara/ui';

export const directoryPages: PageTable = [
  { path: 'services', file: 'ServicesPage.tsx', shell: 'public' },
  { path: 'services/:serviceId', file: 'ServicePage.tsx', shell: 'public' },
];
