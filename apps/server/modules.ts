import type { ServerModule } from '@qantara/platform';
import { directoryModule } from '@qantara/directory/server';
import { identityModule } from '@qantara/identity/server';
import { organisationsModule } from '@qantara/organisations/server';
import { peopleModule } from '@qantara/people/server';
import { territoryModule } from '@qantara/territory/server';

/** The rooms of the product, lowest first. */
export const modules: ServerModule[] = [identityModule, territoryModule, organisationsModule, peopleModule, directoryModule];
