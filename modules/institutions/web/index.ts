export { ComplianceBadge } from './ComplianceBadge.tsx';
