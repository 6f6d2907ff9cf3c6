import type { LocalizedText } from '@qantara/kernel';
import { ButtonLink, Filters, LocalText, ResultItem, ResultList, TextField, usePage } from '@qantara/ui';

type ChooseProps = {
  found: { organisationId: string; name: LocalizedText }[];
  words: string;
  suggestionId: string | null;
};

/** Whose the new entry is: one of the organisations that have these words, or one that is new too. */
export function ChooseOrganisation({ found, words, suggestionId }: ChooseProps) {
  const { t, href } = usePage();
  const of = (organisationId: string) => {
    const asked = new URLSearchParams({ organisationId, ...(suggestionId === null ? {} : { suggestionId }) });
    if (organisationId === 'new' && words !== '') asked.set('words', words);
    return href(`/curation/entries/new?${asked.toString()}`);
  };
  return (
    <>
      <h2>{t('curation.entry_new.whose')}</h2>
      <Filters id="whose" label={t('curation.entry_new.whose')} submitLabel={t('curation.find.submit')} inline>
        <TextField
          name="words"
          type="search"
          label={t('curation.entry_new.organisation_words')}
          width="medium"
          maxLength={200}
        />
        {suggestionId === null ? null : <input type="hidden" name="suggestionId" value={suggestionId} />}
      </Filters>
      {words !== '' && found.length === 0 ? <p>{t('curation.entry_new.no_organisation')}</p> : null}
      {found.length === 0 ? null : (
        <ResultList label={t('curation.entry_new.whose')}>
          {found.map(({ organisationId, name }) => (
            <ResultItem key={organisationId} to={of(organisationId)} title={<LocalText value={name} quiet />}>
              <p>{t('curation.entry_new.choose')}</p>
            </ResultItem>
          ))}
        </ResultList>
      )}
      <p className="actions">
        <ButtonLink to={of('new')}>{t('curation.entry_new.with_organisation')}</ButtonLink>
      </p>
    </>
  );
}
