import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { Button, Dialog, DialogTrigger, Heading, I18nProvider, Modal, ModalOverlay } from 'react-aria-components';
import { useIsAnswered } from './answered-form.ts';
import { usePage } from '../page/use-page.ts';

type ConfirmDialogProps = {
  /** The words on the button that asks. */
  label: string;
  title: string;
  /** What will happen, and the form that does it. */
  children: ReactNode;
  kind?: 'plain' | 'action' | 'danger';
};

/** Nobody has opened it, nor is about to: taken away under a pressed button or a key, it would not open. */
const UNTOUCHED = 'details:not([open], :active, :focus-within)';

/**
 * Asks once more before something that cannot be taken back. Without script the same words open in place, and what is open there when the
 * script comes stays so, with what was typed: by whoever was faster, or because its form was refused and is shown again.
 */
export function ConfirmDialog({ label, title, children, kind = 'plain' }: ConfirmDialogProps) {
  const { t, locale } = usePage();
  const headingId = useId();
  const isAnswered = useIsAnswered(children);
  const inPlace = useRef<HTMLDetailsElement>(null);
  const [isApart, setApart] = useState(false);
  // The first rendering in the browser is what the server sent.
  useLayoutEffect(() => setApart(inPlace.current?.matches(UNTOUCHED) === true), []);
  if (!isApart) {
    return (
      <details className="confirm" open={isAnswered} ref={inPlace}>
        <summary className={`button ${kind}`}>{label}</summary>
        <section aria-labelledby={headingId}>
          <h2 id={headingId}>{title}</h2>
          {children}
        </section>
      </details>
    );
  }
  return (
    <I18nProvider locale={locale}>
      <DialogTrigger>
        <Button className={`button ${kind}`}>{label}</Button>
        <ModalOverlay className="overlay" isDismissable>
          <Modal className="modal">
            <Dialog className="dialog">
              <Heading slot="title">{title}</Heading>
              {children}
              <Button slot="close" className="button plain">
                {t('ui.dialog.cancel')}
              </Button>
            </Dialog>
          </Modal>
        </ModalOverlay>
      </DialogTrigger>
    </I18nProvider>
  );
}
