import { type ReactNode, useId, useSyncExternalStore } from 'react';
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

const never = () => () => {};

// The first rendering in the browser must be what the server sent: only after it is there a script to rely on.
function useHasScript(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/**
 * Asks once more before something that cannot be taken back. Without script the same words open in place. Where its form was sent and is
 * shown again, it is open: what was refused stands in it, and what was typed.
 */
export function ConfirmDialog({ label, title, children, kind = 'plain' }: ConfirmDialogProps) {
  const { t, locale } = usePage();
  const headingId = useId();
  const isAnswered = useIsAnswered(children);
  if (!useHasScript()) {
    return (
      <details className="confirm" open={isAnswered}>
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
      <DialogTrigger defaultOpen={isAnswered}>
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
