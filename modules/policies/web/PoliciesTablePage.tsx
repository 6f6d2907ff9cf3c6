import { needPermission } from '@qantara/identity/web';
import { textIn, type Locale, type LocalizedText, type WorkbookCell } from '@qantara/kernel';
import { apiOf, pageContext, tableResponse, wordsContext } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { policiesRoutes, type Policy } from '../contract/index.ts';
import { filterOf } from './filter-of.ts';

type Words = (key: string) => string;
const COLUMNS = [
  'title',
  'level',
  'kind',
  'body',
  'stage',
  'stageOn',
  'position',
  'reasons',
  'nextOn',
  'nextStep',
  'links',
];

function rowOf(policy: Policy, t: Words, locale: Locale): WorkbookCell[] {
  const said = (words: LocalizedText | null) => textIn(words, locale).text;
  return [
    said(policy.title),
    t(`policies.level.${policy.level}`),
    t(`policies.kind.${policy.kind}`),
    said(policy.body),
    t(`policies.stage.${policy.stage}`),
    policy.stageOn,
    t(`policies.position.${policy.position}`),
    said(policy.reasons),
    policy.nextOn,
    said(policy.nextStep),
    policy.links.join(' '),
    policy.serves.map(({ number }) => number).join(' '),
  ];
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value;
}

/** The list of an address as CSV. */
export async function loader({ context, request }: LoaderFunctionArgs): Promise<Response> {
  needPermission(context, 'policy:read');
  const { policies } = await apiOf(context, policiesRoutes).listPolicies(filterOf(request.url));
  const t = context.get(wordsContext);
  const { locale } = context.get(pageContext);
  return tableResponse({
    name: 'policies',
    title: t('policies.title'),
    format: 'csv',
    headings: [...COLUMNS.map((name) => t(`policies.field.${name}`)), t('policies.serves')],
    batches: once(policies.map((policy) => rowOf(policy, t, locale))),
  });
}
