import { Bdi, LocalText, Pagination, StatusBadge, usePage, type StatusTone } from '@qantara/ui';
import type { ImportChange } from '../contract/index.ts';
import { useFieldName } from './use-field-name.ts';
import { ValueText } from './ValueText.tsx';

const TONES: Record<ImportChange['change'], StatusTone> = { new: 'active', changed: 'waiting', ended: 'attention' };

function FieldChange({ change }: { change: ImportChange['fields'][number] }) {
  const { t } = usePage();
  const nameOf = useFieldName();
  return (
    <li>
      <strong>{nameOf(change.field)}</strong>
      <dl className="before-after">
        <dt>{t('hsds.change.before')}</dt>
        <dd>
          <del>
            <ValueText value={change.before} />
          </del>
        </dd>
        <dt>{t('hsds.change.after')}</dt>
        <dd>
          <ins>
            <ValueText value={change.after} />
          </ins>
        </dd>
      </dl>
    </li>
  );
}

function Change({ change }: { change: ImportChange }) {
  const { t } = usePage();
  return (
    <li className="change">
      <h3>
        {change.name === null ? <Bdi>{t('hsds.change.confidential')}</Bdi> : <LocalText value={change.name} quiet />}
      </h3>
      <p>
        <StatusBadge tone={TONES[change.change]} label={t(`hsds.change.${change.change}`)} />{' '}
        {t(`hsds.object.${change.object}`)}
      </p>
      {change.fields.length === 0 ? null : (
        <details open={change.fields.length <= 3}>
          <summary>{t('hsds.change.fields', { count: change.fields.length })}</summary>
          <ul>
            {change.fields.map((one) => (
              <FieldChange key={`${one.object} ${one.field} ${JSON.stringify(one.after)}`} change={one} />
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

type Changes = { items: ImportChange[]; page: number; perPage: number; total: number | null; hasMore: boolean };

/** What an import would change, record by record and field by field: what stands now is struck, and said to be. */
export function ChangesList({ changes }: { changes: Changes }) {
  const { t } = usePage();
  if (changes.items.length === 0) return <p>{t('hsds.import.no_changes')}</p>;
  return (
    <>
      <ul className="changes">
        {changes.items.map((change) => (
          <Change key={`${change.object} ${change.recordId}`} change={change} />
        ))}
      </ul>
      <Pagination {...changes} />
    </>
  );
}
