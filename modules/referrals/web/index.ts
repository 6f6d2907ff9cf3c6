export { ReferredPersonFacts } from './ReferredPersonFacts.tsx';
export { StatusOfReferral } from './StatusOfReferral.tsx';
export { StepForm } from './steps/StepForm.tsx';
