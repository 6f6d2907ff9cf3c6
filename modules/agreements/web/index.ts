export { AgreementBadge } from './AgreementBadge.tsx';
