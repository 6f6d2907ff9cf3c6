import { ButtonLink, CommandForm, SubmitButton, TextArea, usePage } from '@qantara/ui';
import type { Suggestion } from '../../contract/index.ts';
import { ProposalFields } from './ProposalFields.tsx';
import { SuggestedWords } from './SuggestedWords.tsx';

function Accept({ suggestion }: { suggestion: Suggestion }) {
  const { t } = usePage();
  const { kind, proposals, suggestionId, version } = suggestion;
  return (
    <CommandForm id="accept" className="form moderate">
      <input type="hidden" name="suggestionId" value={suggestionId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="_list" value="taken" />
      <p>{t(`curation.moderate.means.${kind}`)}</p>
      {kind === 'change'
        ? proposals.map((proposal) => (
            <ProposalFields key={proposal.field} proposal={proposal} suggestion={suggestion} />
          ))
        : null}
      <TextArea
        name="answer"
        label={t('curation.field.answer')}
        hint={t('curation.moderate.answer_hint')}
        rows={3}
        maxLength={2000}
      />
      <SubmitButton intent="accept">{t(`curation.moderate.accept.${kind}`)}</SubmitButton>
    </CommandForm>
  );
}

/** A missing service is taken by adding its entry: what was said fills the form. */
function WriteEntry({ suggestion }: { suggestion: Suggestion }) {
  const { t, href } = usePage();
  return (
    <>
      <p>{t('curation.moderate.means.new')}</p>
      <SuggestedWords suggestion={suggestion} />
      <p className="actions">
        <ButtonLink to={href(`/curation/entries/new?suggestionId=${suggestion.suggestionId}`)} kind="action">
          {t('curation.moderate.write_entry')}
        </ButtonLink>
      </p>
    </>
  );
}

function Reject({ suggestion }: { suggestion: Suggestion }) {
  const { t } = usePage();
  return (
    <CommandForm id="reject">
      <input type="hidden" name="suggestionId" value={suggestion.suggestionId} />
      <input type="hidden" name="version" value={suggestion.version} />
      <TextArea
        name="answer"
        label={t('curation.moderate.why')}
        hint={t('curation.moderate.why_hint')}
        rows={3}
        maxLength={2000}
        required
      />
      <SubmitButton intent="reject" kind="danger">
        {t('curation.moderate.reject')}
      </SubmitButton>
    </CommandForm>
  );
}

/** Taking what is suggested, whole or in part, or saying why not. */
export function DecideForms({ suggestion }: { suggestion: Suggestion }) {
  const { t } = usePage();
  return (
    <>
      <h2>{t('curation.moderate.title')}</h2>
      {suggestion.kind === 'new' ? <WriteEntry suggestion={suggestion} /> : <Accept suggestion={suggestion} />}
      <h2>{t('curation.moderate.reject_title')}</h2>
      <Reject suggestion={suggestion} />
    </>
  );
}
