// Minutes of the day and how they are written: 510 ↔ "08:30". What is no time stays as it was typed:
// the server says what is wrong with it.
const minutes_of_hour = 60;
const two = (number: number): string => String(number).padStart(2, '0');

export function time_of_minute(minute: unknown): string {
  if (typeof minute !== 'number') return typeof minute === 'string' ? minute : '';
  return `${two(Math.floor(minute / minutes_of_hour))}:${two(minute % minutes_of_hour)}`;
}

export function minute_of_time(typed: string): number | string {
  const [, hour, minute] = /^(\d{1,2})[:：](\d{2})$/.exec(typed.trim()) ?? [];
  return hour === undefined || minute === undefined ? typed : Number(hour) * minutes_of_hour + Number(minute);
}
