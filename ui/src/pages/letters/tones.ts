import type { Tone } from '@/parts/tone';

export const letter_tones: Record<string, Tone> = {
  draft: 'info', submitted: 'warn', sent_back: 'bad', cleared: 'warn', signed_off: 'warn', delivered: 'ok', cancelled: 'hold',
};

export const release_tones: Record<string, Tone> = { awaiting_review: 'warn', cleared: 'ok', refused: 'bad' };
