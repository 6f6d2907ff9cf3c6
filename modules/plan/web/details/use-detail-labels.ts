import { usePage } from '@qantara/ui';

const ROWS: Record<string, Record<string, string>> = {
  partners: { organisationId: 'organisationId', promise: 'promise', state: 'state' },
  milestones: { words: 'words', dueOn: 'dueOn', doneOn: 'doneOn' },
  budget: {
    words: 'words',
    source: 'source',
    funder: 'funder',
    currency: 'currency',
    planned: 'planned',
    spent: 'spent',
  },
  evidence: { words: 'words', kind: 'evidenceKind', link: 'link' },
  programmes: { name: 'programmeName', kind: 'programmeKind', serviceId: 'serviceId', link: 'link' },
};
const MOST_ROWS = 30;

/** The labels of fields in rows, for the summary of what was refused. */
export function useDetailLabels(): Record<string, string> {
  const { t } = usePage();
  const labels: Record<string, string> = {};
  for (const name of ['ownerAccountId', 'levers', 'populations', 'areaIds', 'factors'])
    labels[name] = t(`plan.field.${name}`);
  for (const [part, fields] of Object.entries(ROWS))
    for (let at = 0; at < MOST_ROWS; at += 1)
      for (const [field, word] of Object.entries(fields))
        labels[`${part}.${at}.${field}`] = `${t(`plan.section.${part}`)} ${at + 1} · ${t(`plan.field.${word}`)}`;
  for (const part of ['inputs', 'activities', 'outputs', 'outcomes'])
    for (let at = 0; at < MOST_ROWS; at += 1)
      labels[`logic.${part}.${at}`] =
        `${t(`plan.logic.${part}`)} · ${t('plan.details.step_words', { number: at + 1 })}`;
  return labels;
}
