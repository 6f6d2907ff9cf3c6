import { Bdi, NumberText, usePage } from '@qantara/ui';
import type { ImportNotes } from '../contract/index.ts';

function Counted({ title, items }: { title: string; items: { text: string; count: number }[] }) {
  if (items.length === 0) return null;
  return (
    <details>
      <summary>
        {title} (<NumberText value={items.length} />)
      </summary>
      <ul>
        {items.map(({ text, count }) => (
          <li key={text}>
            <Bdi>{text}</Bdi> – <NumberText value={count} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What an import took in another way than it stood: nothing is lost, and nothing is hidden. */
export function ImportNotesList({ notes }: { notes: ImportNotes }) {
  const { t } = usePage();
  const files = notes.ignoredFiles.map((text) => ({ text, count: 1 }));
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">{t('hsds.import.notes')}</h2>
      {notes.servicesWithoutNeed === 0 ? null : (
        <p>{t('hsds.import.without_need', { count: notes.servicesWithoutNeed })}</p>
      )}
      <Counted title={t('hsds.import.unmapped_terms')} items={notes.unmappedTerms} />
      <Counted title={t('hsds.import.unmatched_areas')} items={notes.unmatchedAreas} />
      <Counted title={t('hsds.import.kept_columns')} items={notes.keptColumns} />
      <Counted title={t('hsds.import.ignored_files')} items={files} />
      <Counted
        title={t('hsds.import.encodings')}
        items={notes.encodings.map(({ file, encoding }) => ({ text: `${file}: ${encoding}`, count: 1 }))}
      />
    </section>
  );
}
