// The addresses of the workbench. `may`: any of these permissions opens the page; the server
// refuses what it must by itself.
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';

import { use_counters } from '@/stores/counters';
import { use_session } from '@/stores/session';
import type { HelpKey } from '@/words/zh_cn/help';

interface PageMeta {
  help?: HelpKey;
  may?: string[];
}

function page(path: string, component: () => Promise<unknown>, meta: PageMeta): RouteRecordRaw {
  return { path, component: component as RouteRecordRaw['component'], props: true, meta: { ...meta } } as RouteRecordRaw;
}

const routes: RouteRecordRaw[] = [
  { path: '/sign-in', component: () => import('./pages/gate/sign_in.vue'), meta: { is_gate: true } },
  { path: '/one-time-link', component: () => import('./pages/gate/one_time_link.vue'), meta: { is_gate: true } },
  page('/', () => import('./pages/todo/index.vue'), { help: 'todo' }),
  page('/messages', () => import('./pages/messages/index.vue'), { help: 'todo' }),
  page('/account', () => import('./pages/own_account/index.vue'), { help: 'account' }),
  page('/cases', () => import('./pages/cases/index.vue'), { help: 'cases', may: ['case_read', 'case_count'] }),
  page('/cases/register', () => import('./pages/register/index.vue'), { help: 'register', may: ['case_register'] }),
  page('/cases/ledger', () => import('./pages/ledger/index.vue'), { help: 'register', may: ['case_register'] }),
  page('/cases/:case/new-letter', () => import('./pages/letter_new/index.vue'), { help: 'letters', may: ['case_handle'] }),
  page('/cases/:case', () => import('./pages/case/index.vue'), { help: 'case' }),
  page('/letters', () => import('./pages/letters/index.vue'), { help: 'letters', may: ['case_read'] }),
  page('/letters/:letter', () => import('./pages/letter/index.vue'), { help: 'letters', may: ['case_read'] }),
  page('/letter-templates', () => import('./pages/letter_templates/index.vue'), { help: 'letters', may: ['letter_template_edit'] }),
  page('/letter-templates/:kind', () => import('./pages/letter_template/index.vue'), { help: 'letters', may: ['letter_template_edit'] }),
  page('/number-patterns', () => import('./pages/number_patterns/index.vue'), { help: 'letters', may: ['letter_template_edit'] }),
  page('/search-tasks', () => import('./pages/search_tasks/index.vue'), { help: 'search_tasks', may: ['case_search'] }),
  page('/statistics', () => import('./pages/statistics/index.vue'), { help: 'statistics', may: ['case_count'] }),
  page('/remedies', () => import('./pages/remedies/index.vue'), { help: 'remedies', may: ['case_read'] }),
  page('/remedies/counting-rules', () => import('./pages/remedy_rules/index.vue'), { help: 'remedies', may: ['report_read'] }),
  page('/remedies/:remedy', () => import('./pages/remedy/index.vue'), { help: 'remedies' }),
  page('/reports', () => import('./pages/reports/index.vue'), { help: 'reports', may: ['report_read'] }),
  page('/reports/:agency/:year', () => import('./pages/report/index.vue'), { help: 'reports', may: ['report_read'] }),
  page('/reports/:agency/:year/tables/:section', () => import('./pages/report_cells/index.vue'), { help: 'report_cells', may: ['report_read'] }),
  page('/reports/:agency/:year/texts/:section', () => import('./pages/report_texts/index.vue'), { help: 'report_cells', may: ['report_read'] }),
  page('/reports/:agency/:year/computation', () => import('./pages/report_computation/index.vue'), { help: 'report_computation', may: ['report_edit'] }),
  page('/reports/:agency/:year/cells/:cell', () => import('./pages/report_cell/index.vue'), { help: 'report_computation', may: ['report_read'] }),
  page('/notify-settings', () => import('./pages/notify/index.vue'), { help: 'notify', may: ['agency_settings_edit'] }),
  page('/agency-settings', () => import('./pages/agency_settings/index.vue'), { help: 'agency_settings', may: ['agency_settings_edit'] }),
  page('/site', () => import('./pages/site/index.vue'), { help: 'site', may: ['agency_settings_edit'] }),
  page('/delegations', () => import('./pages/delegations/index.vue'), { help: 'delegations' }),
  page('/accounts', () => import('./pages/accounts/index.vue'), { help: 'accounts', may: ['account_read', 'account_manage', 'role_assign'] }),
  page('/accounts/:account', () => import('./pages/account_detail/index.vue'), { help: 'accounts', may: ['account_read', 'account_manage', 'role_assign'] }),
  page('/roles', () => import('./pages/roles/index.vue'), { help: 'roles', may: ['role_assign'] }),
  page('/dictionaries', () => import('./pages/dictionaries/index.vue'), { help: 'dictionaries', may: ['agency_settings_edit'] }),
  page('/agencies', () => import('./pages/agencies/index.vue'), { help: 'agencies', may: ['agency_manage'] }),
  page('/agencies/:agency', () => import('./pages/agency/index.vue'), { help: 'agencies', may: ['agency_manage'] }),
  page('/calendars', () => import('./pages/calendars/index.vue'), { help: 'calendars', may: ['calendar_load'] }),
  page('/sessions', () => import('./pages/sessions/index.vue'), { help: 'sessions', may: ['session_manage'] }),
  page('/sign-ins', () => import('./pages/sign_ins/index.vue'), { help: 'sign_ins', may: ['sign_in_log_read'] }),
  page('/trail', () => import('./pages/trail/index.vue'), { help: 'trail', may: ['trail_read'] }),
  page('/:rest(.*)*', () => import('./pages/none/index.vue'), {}),
];

export const router = createRouter({
  history: createWebHistory('/office/'),
  routes,
  scrollBehavior: (to, _from, saved) => saved ?? (to.hash === '' ? { top: 0 } : false),
});

router.beforeEach(async (to) => {
  const session = use_session();
  if (to.meta['is_gate'] === true) return true;
  if (session.answer === null) await session.load();
  if (!session.is_full) return { path: '/sign-in', query: { to: to.fullPath } };
  if (use_counters().counters.length === 0) void use_counters().load();
  return true;
});
