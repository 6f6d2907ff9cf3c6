export { AccessCode } from './AccessCode.tsx';
export { ContactFields } from './AskFields.tsx';
export { AskStepForm } from './AskStepForm.tsx';
export { atStep, stepOf } from './ask-steps.ts';
export { contactOf } from './contact-of.ts';
export { listAskedNeeds } from './asked-needs.ts';
export { DangerNumbers } from './DangerNumbers.tsx';
export { goOnAsking } from './go-on-asking.ts';
export { useAskLabels } from './use-ask-labels.ts';
