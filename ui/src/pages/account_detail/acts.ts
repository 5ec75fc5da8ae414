// The operation behind each act on an account, and what is said above its form.
import type { OperationId } from '@/api/call';
import { t } from '@/words';

interface Act { operation: OperationId; lead?: string }

export const acts: Record<string, Act | undefined> = {
  change: { operation: 'change_account' },
  issue_link: { operation: 'issue_link', lead: t('administration.issue_link_lead') },
  lock: { operation: 'lock_account' },
  unlock: { operation: 'unlock_account' },
  end: { operation: 'end_account', lead: t('administration.end_account_lead') },
  assign_role: { operation: 'grant_role', lead: t('administration.grant_role_lead') },
  reset_second_factor: { operation: 'reset_second_factor', lead: t('administration.reset_second_factor_lead') },
  end_sessions: { operation: 'end_account_sessions', lead: t('administration.end_session_question') },
  hand_over: { operation: 'hand_over_account', lead: t('administration.hand_over_lead') },
};
