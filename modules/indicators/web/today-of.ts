import { dayIn } from '@qantara/kernel';
import { pageContext } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';

/** The day it is in the region, for a page that says “so far”. */
export function todayOf(context: LoaderFunctionArgs['context']): string {
  return dayIn(context.get(pageContext).region.timeZone, new Date());
}
