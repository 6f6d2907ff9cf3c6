import { CommandForm, DataTable, DateText, LocalText, SubmitButton, usePage } from '@qantara/ui';
import type { MergedPair } from '../../contract/index.ts';

function Undo({ mergeId }: { mergeId: string }) {
  const { t } = usePage();
  return (
    <CommandForm id={`undo-${mergeId}`} action="?" className="one-button">
      <input type="hidden" name="mergeId" value={mergeId} />
      <SubmitButton kind="plain" intent="undo">
        {t('curation.pairs.undo')}
      </SubmitButton>
    </CommandForm>
  );
}

/** What was made one, and the way back. */
export function MergesTable({ merges }: { merges: MergedPair[] }) {
  const { t } = usePage();
  return (
    <DataTable<MergedPair>
      caption={t('curation.pairs.merged')}
      hidesCaption
      rows={merges}
      keyOf={({ mergeId }) => mergeId}
      empty={<p>{t('curation.pairs.none_merged')}</p>}
      columns={[
        { key: 'kept', heading: t('curation.pairs.kept'), cell: ({ kept }) => <LocalText value={kept.name} quiet /> },
        { key: 'gone', heading: t('curation.pairs.gone'), cell: ({ gone }) => <LocalText value={gone.name} quiet /> },
        { key: 'at', heading: t('curation.pairs.at'), cell: ({ mergedAt }) => <DateText value={mergedAt} /> },
        { key: 'undo', heading: t('curation.steps'), cell: ({ mergeId }) => <Undo mergeId={mergeId} /> },
      ]}
    />
  );
}
