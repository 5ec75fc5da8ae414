import { t } from '@/words';

// "自 2026-01-01 起", "2026-01-01 至 2026-06-30"
export function validity_words(of: { valid_from?: string | null; valid_to?: string | null }): string {
  if (!of.valid_from) return of.valid_to ? t('administration.ended_on', { date: of.valid_to }) : t('administration.valid_since_ever');
  return of.valid_to
    ? t('administration.valid_between', { from: of.valid_from, to: of.valid_to })
    : t('administration.valid_from', { from: of.valid_from });
}
