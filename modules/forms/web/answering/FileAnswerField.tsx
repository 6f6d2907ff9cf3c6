import { ACCEPTED_FILES, ACCEPTED_PHOTOS } from '@qantara/attachments/web';
import { Bdi, FileField, useField, usePage } from '@qantara/ui';
import { createContext, use } from 'react';
import { ANSWERS, GIVEN } from './answers-of.ts';

/** The names of the person's papers by identifier, for what was given before. */
export const PaperNames = createContext<Readonly<Record<string, string>>>({});

/** Whether this is answered where no paper can be given, as on a device without network. */
export const PapersLater = createContext(false);

type FileAnswerProps = {
  name: string;
  label: string;
  hint?: string;
  required: boolean;
  /** A photo or a signature: a telephone opens its camera. */
  isPhoto: boolean;
};

/** A paper that is asked for, or, where none can be given, the word that it comes later. */
export function FileAnswerField(props: FileAnswerProps) {
  const { t } = usePage();
  if (!use(PapersLater)) return <ChosenFileField {...props} />;
  return (
    <div className="field">
      <p>
        <strong>{props.label}</strong>
      </p>
      <p className="hint">{t('forms.answer.paper_later')}</p>
    </div>
  );
}

/** What was given before stays where no other one is chosen. */
function ChosenFileField({ name, label, hint, required, isPhoto }: FileAnswerProps) {
  const { t } = usePage();
  const given = `${GIVEN}${name.slice(ANSWERS.length)}`;
  const { begin } = useField({ name, label });
  const attachmentId = begin(given);
  const fileName = use(PaperNames)[attachmentId ?? ''];
  return (
    <>
      {fileName === undefined ? null : (
        <>
          <input type="hidden" name={given} value={attachmentId} readOnly />
          <p>
            {t('forms.answer.given_file')} <Bdi>{fileName}</Bdi>
          </p>
        </>
      )}
      <FileField
        name={name}
        label={label}
        hint={hint ?? t(fileName === undefined ? 'forms.answer.file_hint' : 'forms.answer.other_file_hint')}
        accept={isPhoto ? ACCEPTED_PHOTOS : ACCEPTED_FILES}
        required={required && fileName === undefined}
        {...(isPhoto ? { capture: 'environment' as const } : {})}
      />
    </>
  );
}
