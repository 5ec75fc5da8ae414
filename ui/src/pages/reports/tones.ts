import type { components } from '@/api/generated/openapi';
import type { Tone } from '@/parts/tone';

export const report_tones: Record<components['schemas']['ReportStatus'], Tone> = {
  draft: 'info', submitted: 'hold', sent_back: 'bad', cleared: 'ok', published: 'ok',
};
