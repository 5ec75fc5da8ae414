// The tone of a status: its colour and its shape, which the server names as an icon.
export type Tone = 'ok' | 'warn' | 'bad' | 'hold' | 'info';

const tones: readonly string[] = ['ok', 'warn', 'bad', 'hold'];

export function tone_of(icon: string): Tone {
  return tones.includes(icon) ? (icon as Tone) : 'info';
}
