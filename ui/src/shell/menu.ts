// The menu: what a session may open, in the order of a day's work. Which permissions it has, the
// server says.
export interface MenuItem {
  label: string;
  to: string;
  // Any of these opens it.
  may: string[];
  counter?: string;
}

export interface MenuGroup { label: string; items: MenuItem[] }

export const menu: MenuGroup[] = [
  {
    label: 'shell.group_own',
    items: [
      { label: 'shell.menu_todo', to: '/', may: ['sign_in'], counter: 'tasks' },
      { label: 'shell.menu_messages', to: '/messages', may: ['sign_in'], counter: 'messages' },
    ],
  },
  {
    label: 'shell.group_applications',
    items: [
      { label: 'shell.menu_register', to: '/cases/register', may: ['case_register'] },
      { label: 'shell.menu_open_cases', to: '/cases?is_open=true', may: ['case_read'] },
      { label: 'shell.menu_cases', to: '/cases', may: ['case_read', 'case_count'] },
      { label: 'shell.menu_search_tasks', to: '/search-tasks', may: ['case_search'] },
      { label: 'shell.menu_letters', to: '/letters', may: ['case_read'] },
      { label: 'shell.menu_remedies', to: '/remedies', may: ['case_read'] },
      { label: 'shell.menu_statistics', to: '/statistics', may: ['case_count'] },
    ],
  },
  {
    label: 'shell.group_reports',
    items: [{ label: 'shell.menu_reports', to: '/reports', may: ['report_read'] }],
  },
  {
    label: 'shell.group_agency',
    items: [
      { label: 'shell.menu_site', to: '/site', may: ['agency_settings_edit'] },
      { label: 'shell.menu_notify', to: '/notify-settings', may: ['agency_settings_edit'] },
      { label: 'shell.menu_agency_settings', to: '/agency-settings', may: ['agency_settings_edit'] },
      { label: 'shell.menu_dictionaries', to: '/dictionaries', may: ['agency_settings_edit'] },
      { label: 'shell.menu_letter_templates', to: '/letter-templates', may: ['letter_template_edit'] },
      { label: 'shell.menu_number_patterns', to: '/number-patterns', may: ['letter_template_edit'] },
      { label: 'shell.menu_delegations', to: '/delegations', may: ['sign_in'] },
    ],
  },
  {
    label: 'shell.group_administration',
    items: [
      { label: 'shell.menu_agencies', to: '/agencies', may: ['agency_manage'] },
      { label: 'shell.menu_accounts', to: '/accounts', may: ['account_read', 'account_manage', 'role_assign'] },
      { label: 'shell.menu_calendars', to: '/calendars', may: ['calendar_load'] },
    ],
  },
  {
    label: 'shell.group_security',
    items: [
      { label: 'shell.menu_roles', to: '/roles', may: ['role_assign'] },
      { label: 'shell.menu_sessions', to: '/sessions', may: ['session_manage'] },
      { label: 'shell.menu_sign_ins', to: '/sign-ins', may: ['sign_in_log_read'] },
      { label: 'shell.menu_trail', to: '/trail', may: ['trail_read'] },
    ],
  },
];
