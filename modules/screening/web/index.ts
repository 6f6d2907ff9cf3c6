export { AccessCode } from './AccessCode.tsx';
export { CarriedFields, ContactFields, NeedsFields, WantsFields } from './AskFields.tsx';
export { ASK_STEPS, atStep, checkStep, stepBefore, stepOf, type AskStep } from './ask-steps.ts';
export { contactOf } from './contact-of.ts';
export { listAskedNeeds } from './asked-needs.ts';
export { DangerNumbers } from './DangerNumbers.tsx';
