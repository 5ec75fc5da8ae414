import { t } from '@/words';

import type { Report } from './relations';

// As the report itself is headed, or as the form is.
const titles: Record<string, string> = {
  overview: t('reports.section_overview'),
  proactive_disclosure: t('reports.section_proactive_disclosure'),
  applications: t('reports.section_applications'),
  remedies: t('reports.section_remedies'),
  problems_and_improvements: t('reports.section_problems_and_improvements'),
  other_matters: t('reports.section_other_matters'),
};

export function section_title(report: Report, key: string): string {
  return report.sections.find((each) => each.key === key)?.title || (titles[key] ?? key);
}
