import type { LoaderFunctionArgs } from 'react-router';
import { figuresFile } from './figures-file.ts';

/** The figures of an address as a workbook. */
export function loader(given: LoaderFunctionArgs): Promise<Response> {
  return figuresFile(given, 'xlsx');
}
