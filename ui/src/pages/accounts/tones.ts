import type { components } from '@/api/generated/openapi';
import type { Tone } from '@/parts/tone';

export const account_tones: Record<components['schemas']['AccountState'], Tone> = {
  active: 'ok', locked: 'warn', ended: 'hold',
};
