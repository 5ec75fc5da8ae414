import type { Tone } from '@/parts/tone';

const letter_tones: Record<string, Tone> = {
  draft: 'info', submitted: 'info', sent_back: 'warn', cleared: 'info', signed_off: 'info', delivered: 'ok', cancelled: 'hold',
};

// What waits for the signature has gone, but has not arrived.
export function letter_tone(letter: { status: string; delivered_on?: string | null }): Tone {
  return letter.status === 'delivered' && !letter.delivered_on ? 'info' : letter_tones[letter.status] ?? 'info';
}

export const release_tones: Record<string, Tone> = { awaiting_review: 'info', cleared: 'ok', refused: 'bad' };
