import type { PageContext } from '@qantara/ui';
import { createContext } from 'react';

/** The request's page while the server renders: error pages have it although no loader ran; in the browser it is null. */
export const ServerPage = createContext<PageContext | null>(null);
