// Statistics as they are shown; every count and every filter is the server's.
import type { Answer } from '@/api/call';

export type Statistics = Answer<'get_application_statistics'>;
export type Figure = Statistics['totals'][number];

const part = (filter: object): Record<string, string> => Object.fromEntries(Object.entries(filter)
  .filter(([, value]) => value !== null && value !== undefined && value !== '').map(([name, value]) => [name, String(value)]));

export const address_of = (filter: object): { path: string; query: Record<string, string> } => ({ path: '/cases', query: part(filter) });
export const remedy_address_of = (filter: object): { path: string; query: Record<string, string> } => ({ path: '/remedies', query: part(filter) });

const fen_of_yuan = 100;
export const yuan_text = (fen: number): string =>
  (fen % fen_of_yuan === 0 ? String(fen / fen_of_yuan) : (fen / fen_of_yuan).toFixed(2));
