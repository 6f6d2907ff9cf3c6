import { CommandForm, LocalizedTextField, LocalText, Notice, SubmitButton, usePage, FormDetails } from '@qantara/ui';
import { Link } from 'react-router';
import type { Report } from '../contract/index.ts';

/** What may be done with it next, and by whom. */
export function Steps({ report }: { report: Report }) {
  const { t, can } = usePage();
  const { state, isOwn, version } = report;
  if (state === 'published' || state === 'superseded') return null;
  const mayApprove = can('observatory:approve');
  return (
    <CommandForm id="steps" className="inline">
      <input type="hidden" name="version" value={version} />
      <SubmitButton intent="gather" kind="plain">
        {t('observatory.step.gather')}
      </SubmitButton>
      {state === 'draft' && mayApprove && !isOwn ? (
        <SubmitButton intent="approve">{t('observatory.step.approve')}</SubmitButton>
      ) : null}
      {state === 'approved' && mayApprove ? (
        <SubmitButton intent="publish">{t('observatory.step.publish')}</SubmitButton>
      ) : null}
      {state === 'draft' && isOwn ? <p className="hint">{t('observatory.step.somebody_else')}</p> : null}
    </CommandForm>
  );
}

/** A correction of what was published, as an edition of its own. */
export function NewEdition({ report }: { report: Report }) {
  const { t, href } = usePage();
  if (report.state !== 'published') return null;
  return (
    <>
      <Notice kind="success">
        <p>
          <Link to={href(`/observatory/${report.templateCode}/${report.period}`)}>{t('observatory.read_public')}</Link>
        </p>
      </Notice>
      <FormDetails className="plan-part">
        <summary>{t('observatory.step.edition')}</summary>
        <CommandForm id="edition" labels={{ reason: t('observatory.field.reason') }}>
          <LocalizedTextField
            name="reason"
            label={t('observatory.field.reason')}
            hint={t('observatory.reason_hint')}
            rows={2}
            required
          />
          <SubmitButton intent="edition">{t('observatory.step.edition')}</SubmitButton>
        </CommandForm>
      </FormDetails>
    </>
  );
}

/** What is said of one section: to read once it is published, to write before. */
export function SectionWords({ report, section }: { report: Report; section: Report['sections'][number] }) {
  const { t } = usePage();
  const said = report.words[section.code] ?? null;
  if (report.publishedAt !== null)
    return said === null ? null : (
      <p className="observatory-words">
        <LocalText value={said} />
      </p>
    );
  return (
    <CommandForm id={`words-${section.code}`} labels={{ words: t('observatory.field.words') }}>
      <input type="hidden" name="version" value={report.version} />
      <input type="hidden" name="section" value={section.code} />
      <LocalizedTextField
        name="words"
        label={t('observatory.field.words')}
        hint={t('observatory.words_hint')}
        defaultValue={said}
        rows={4}
      />
      <SubmitButton intent="words" kind="plain">
        {t('observatory.step.save')}
      </SubmitButton>
    </CommandForm>
  );
}

/** Why this edition follows another: everybody will read it, so whoever approves reads it too. */
export function EditionReason({ report }: { report: Report }) {
  const { t } = usePage();
  if (report.reason === null) return null;
  if (report.publishedAt !== null)
    return (
      <p>
        {t('observatory.corrects')} <LocalText value={report.reason} />
      </p>
    );
  return (
    <CommandForm id="reason" labels={{ reason: t('observatory.field.reason') }}>
      <input type="hidden" name="version" value={report.version} />
      <LocalizedTextField
        name="reason"
        label={t('observatory.field.reason')}
        hint={t('observatory.reason_hint')}
        defaultValue={report.reason}
        rows={2}
        required
      />
      <SubmitButton intent="reason" kind="plain">
        {t('observatory.step.save')}
      </SubmitButton>
    </CommandForm>
  );
}

/** Takes away what was never published, at the foot of the page, where nobody presses it in passing. */
export function Discard({ report }: { report: Report }) {
  const { t } = usePage();
  if (report.publishedAt !== null) return null;
  return (
    <FormDetails className="plan-part">
      <summary>{t('observatory.step.discard')}</summary>
      <CommandForm id="discard">
        <input type="hidden" name="version" value={report.version} />
        <p className="hint">{t('observatory.discard_hint')}</p>
        <SubmitButton intent="discard" kind="danger">
          {t('observatory.step.discard')}
        </SubmitButton>
      </CommandForm>
    </FormDetails>
  );
}
