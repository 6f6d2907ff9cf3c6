import type { LoaderFunctionArgs } from 'react-router';
import { figuresFile } from './figures-file.ts';

/** The figures of an address as CSV. */
export function loader(given: LoaderFunctionArgs): Promise<Response> {
  return figuresFile(given, 'csv');
}
