import type { Tone } from '@/parts/tone';

export const letter_tones: Record<string, Tone> = {
  draft: 'info', submitted: 'info', sent_back: 'warn', cleared: 'info', signed_off: 'info', delivered: 'ok', cancelled: 'hold',
};

export const release_tones: Record<string, Tone> = { awaiting_review: 'warn', cleared: 'ok', refused: 'bad' };
