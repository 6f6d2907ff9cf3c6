export { roleNameOf } from './roles/role-words.ts';
export { countWaitingRoles, WaitingRequests } from './roles/WaitingRequests.tsx';
export { placeOfWork } from './place-of-work.ts';
export { needPermission } from './need-permission.ts';
export { localPath } from './local-path.ts';
export { RefusalNotice } from './RefusalNotice.tsx';
export { KeyringSignIn } from './keyrings/KeyringSignIn.tsx';
export { openWithKeyring } from './keyrings/open-with-keyring.ts';
