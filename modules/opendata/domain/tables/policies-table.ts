import type { OpenData } from './open-data.ts';
import { column, threeCells, threeColumns, type Table, type TableShape } from './table.ts';

const date = { datatype: 'date' } as const;
const must = { isRequired: true } as const;

export const POLICIES: TableShape = {
  name: 'policies',
  title: { ar: 'القوانين والسياسات', fr: 'Lois et politiques', en: 'Laws and policies' },
  about: {
    ar: 'النصوص التي نتابعها: أين وصل كل منها، وما موقفنا منه، وما يخدمه من الخطط.',
    fr: 'Les textes que nous suivons : où en est chacun, notre position, et ce qu’il sert dans les plans.',
    en: 'The texts that we follow: how far each is, our position, and what it serves in the plans.',
  },
  columns: [
    column(
      'policy',
      { ar: 'النص', fr: 'Texte', en: 'Text' },
      { ...must, property: 'http://purl.org/dc/terms/identifier' },
    ),
    column('level', { ar: 'المستوى', fr: 'Niveau', en: 'Level' }, must),
    column('kind', { ar: 'النوع', fr: 'Type', en: 'Kind' }, { ...must, property: 'http://purl.org/dc/terms/type' }),
    column('stage', { ar: 'المرحلة', fr: 'Étape', en: 'Stage' }, must),
    column('stage_on', { ar: 'منذ', fr: 'Depuis le', en: 'Since' }, { ...date, ...must }),
    column('position', { ar: 'موقفنا', fr: 'Notre position', en: 'Our position' }, must),
    ...threeColumns('title', { ar: 'العنوان', fr: 'Titre', en: 'Title' }, 'http://purl.org/dc/terms/title'),
    ...threeColumns('body', { ar: 'الجهة التي تقرر', fr: 'Instance qui décide', en: 'Body that decides' }),
    ...threeColumns('changes', { ar: 'ما الذي يغيّره', fr: 'Ce qu’il change', en: 'What it changes' }),
    ...threeColumns('reasons', { ar: 'أسباب موقفنا', fr: 'Raisons de notre position', en: 'Reasons for our position' }),
    column('next_on', { ar: 'الموعد القادم', fr: 'Prochaine date', en: 'Next date' }, date),
    ...threeColumns('next_step', { ar: 'الخطوة القادمة', fr: 'Prochaine étape', en: 'Next step' }),
    column(
      'serves',
      { ar: 'يخدم عناصر الخطط', fr: 'Sert les éléments', en: 'Serves the nodes' },
      { separator: ' ', property: 'http://purl.org/dc/terms/relation' },
    ),
    column('links', { ar: 'روابط', fr: 'Liens', en: 'Links' }, { datatype: 'anyURI', separator: ' ' }),
  ],
  primaryKey: ['policy'],
  foreignKeys: [],
};

/** The texts that are told to everybody, each with the nodes of published plans that it serves. */
export function policiesTable({ policies }: OpenData): Table {
  const rows = policies.map((policy) => [
    policy.policyId,
    policy.level,
    policy.kind,
    policy.stage,
    policy.stageOn,
    policy.position,
    ...threeCells(policy.title),
    ...threeCells(policy.body),
    ...threeCells(policy.changes),
    ...threeCells(policy.reasons),
    policy.nextOn ?? '',
    ...threeCells(policy.nextStep),
    policy.serves.map(({ itemId }) => itemId).join(' '),
    policy.links.join(' '),
  ]);
  return { shape: POLICIES, rows };
}
