export { ReferredPersonFacts } from './ReferredPersonFacts.tsx';
export { StatusOfReferral } from './StatusOfReferral.tsx';
export { StepForm } from './steps/StepForm.tsx';
export { stepLinks } from './steps/step-links.ts';
export { stepOf } from './steps/step-of.ts';
