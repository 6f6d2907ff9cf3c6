export { ReferredPersonFacts } from './ReferredPersonFacts.tsx';
export { StatusOfReferral } from './StatusOfReferral.tsx';
export { StepForm } from './StepForm.tsx';
