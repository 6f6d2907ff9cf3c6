import { csvOf, LOCALES, textIn } from '@qantara/kernel';
import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { planRoutes, type PlanId } from '../../contract/index.ts';

const HEADINGS = ['why', 'number', 'part', 'what', 'lead', 'status', 'since', 'days'];

/** What is late as a table for a spreadsheet, its words in the language of the address. */
export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  const planId = (params['planId'] ?? '') as PlanId;
  const { late } = await apiOf(context, planRoutes).listLate({ planId });
  const locale = LOCALES.find((one) => one === params['locale']) ?? 'en';
  const rows = late.map(({ kind, node, what, leadName, status, since, days }) => [
    kind,
    node.number,
    textIn(node.title, locale).text,
    textIn(what, locale).text,
    textIn(leadName, locale).text,
    status,
    since,
    days,
  ]);
  return new Response(csvOf([HEADINGS, ...rows]), {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="late.csv"' },
  });
}
