import type { NavigationTable, PageTable } from '@qantara/ui';

export const planPages: PageTable = [
  { path: 'plan', file: 'PlanPage.tsx', shell: 'public' },
  { path: 'plan/nodes/:number', file: 'node/NodePage.tsx', shell: 'public' },
  { path: 'plans/:planId/nodes/:number', file: 'node/NodePage.tsx', shell: 'public' },
  { path: 'tell/:token', file: 'owners/TellPage.tsx', shell: 'public' },
  { path: 'plans', file: 'PlansPage.tsx', shell: 'public' },
  { path: 'plans/:planId', file: 'site/OnePlanPage.tsx', shell: 'public' },
  { path: 'plans/:planId/report', file: 'site/ReportPage.tsx', shell: 'public' },
  { path: 'plans/:planId/late', file: 'site/LatePage.tsx', shell: 'public' },
  { path: 'plans/:planId/late.csv', file: 'site/LateTablePage.tsx', shell: 'public' },
  { path: 'plans/:planId/who', file: 'site/WhoPage.tsx', shell: 'public' },
  { path: 'plans/:planId/changes', file: 'site/ChangesPage.tsx', shell: 'public' },
  { path: 'plans/:planId/places', file: 'site/PlacesPage.tsx', shell: 'public' },
  { path: 'plans/:planId/files/:format', file: 'exchange/PublicPlanFilePage.tsx', shell: 'public' },
  { path: 'plan/manage', file: 'ManagePlanPage.tsx', shell: 'staff' },
  { path: 'plan/manage/:planId/files/:format', file: 'exchange/PlanFilePage.tsx', shell: 'staff' },
  { path: 'plan/write/import', file: 'exchange/ImportPlanPage.tsx', shell: 'staff' },
  { path: 'plan/write/imports/:importId', file: 'exchange/PlanImportPage.tsx', shell: 'staff' },
  { path: 'plan/write', file: 'write/WritePlansPage.tsx', shell: 'staff' },
  { path: 'plan/write/new', file: 'write/NewPlanPage.tsx', shell: 'staff' },
  { path: 'plan/write/:planId', file: 'write/WritePlanPage.tsx', shell: 'staff' },
  { path: 'plan/write/:planId/edit', file: 'write/EditPlanPage.tsx', shell: 'staff' },
  { path: 'plan/write/:planId/levels', file: 'write/LevelsPage.tsx', shell: 'staff' },
  { path: 'plan/write/:planId/items/new', file: 'write/NewItemPage.tsx', shell: 'staff' },
  { path: 'plan/write/:planId/items/:itemId', file: 'write/ItemPage.tsx', shell: 'staff' },
  { path: 'plan/write/:planId/items/:itemId/details', file: 'details/DetailsPage.tsx', shell: 'staff' },
  { path: 'plan/items/:itemId/targets/:targetId', file: 'reviews/ReviewsPage.tsx', shell: 'staff' },
  { path: 'plan/write/:planId/consultations', file: 'check/ConsultationsPage.tsx', shell: 'staff' },
  { path: 'plan/check', file: 'check/CheckPage.tsx', shell: 'staff' },
  { path: 'plan/my-nodes', file: 'owners/MyNodesPage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'plan.nav.manage', path: '/plan/manage', may: 'plan:read', shell: 'staff' },
];
