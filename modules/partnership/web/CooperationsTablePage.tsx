import { textIn } from '@qantara/kernel';
import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { partnershipRoutes } from '../contract/index.ts';
import { cooperationsAsked } from './cooperations-asked.ts';
import { csvResponse, localeIn } from './csv-response.ts';

const HEADINGS = [
  'partner',
  'kind',
  'frame',
  'place',
  'subject',
  'lead',
  'from',
  'to',
  'budget',
  'currency',
  'state',
  'outcome',
];

/** The register of an address as a table for a spreadsheet. */
export async function loader({ context, request, params }: LoaderFunctionArgs): Promise<Response> {
  const { cooperations } = await apiOf(context, partnershipRoutes).listCooperations(cooperationsAsked(request));
  const locale = localeIn(params);
  const rows = cooperations.map((one) => [
    one.partner,
    one.kind,
    one.frame ?? '',
    one.place,
    textIn(one.subject, locale).text,
    textIn(one.organisationName, locale).text,
    one.startsOn,
    one.lastDay ?? '',
    one.budget ?? '',
    one.currency ?? '',
    one.state,
    one.outcome === null ? '' : textIn(one.outcome, locale).text,
  ]);
  return csvResponse('cooperations', [HEADINGS, ...rows]);
}
