import { textIn } from '@qantara/kernel';
import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { partnershipRoutes } from '../contract/index.ts';
import { csvResponse, localeIn } from './csv-response.ts';

const HEADINGS = ['one', 'other', 'belongs_to', 'agreements', 'bodies', 'referrals', 'referrals_status'];

/** The ties as a table for a spreadsheet; what is hidden says so. */
export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  const { organisations, ties } = await apiOf(context, partnershipRoutes).getTies({});
  const locale = localeIn(params);
  const names = new Map(organisations.map(({ organisationId, name }) => [organisationId, textIn(name, locale).text]));
  const rows = ties.map(({ oneId, otherId, isParent, agreements, bodies, referrals }) => [
    names.get(oneId) ?? '',
    names.get(otherId) ?? '',
    String(isParent),
    agreements,
    bodies.map((name) => textIn(name, locale).text).join('; '),
    referrals ?? 'x',
    referrals === null ? 'suppressed' : 'shown',
  ]);
  return csvResponse('ties', [HEADINGS, ...rows]);
}
