// A value as it is read, in the words of its field.
import type { ShapeInfo } from '@/api/operation_info';
import { t } from '@/words';

export function value_text(shape: ShapeInfo, value: unknown): string {
  if (value === null || value === undefined || value === '') return t('parts.not_filled');
  if (shape.choices) return shape.choices.find(([key]) => key === value)?.[1] ?? String(value);
  if (typeof value === 'boolean') return value ? t('parts.yes') : t('parts.no');
  if (Array.isArray(value)) return value.map((each) => value_text(shape.item ?? { shape: 'text' }, each)).join(shape.item?.shape === 'object' ? '；' : '、');
  if (typeof value === 'object') {
    const parts = (shape.fields ?? []).map((field) => `${field.label}：${value_text(field, (value as Record<string, unknown>)[field.name])}`);
    return parts.length > 0 ? parts.join('，') : JSON.stringify(value);
  }
  return String(value);
}

// "2026-05-08T09:30:00.000+08:00" → "2026-05-08 09:30": the server writes the time of Beijing.
export function moment_text(moment: string | null | undefined): string {
  return moment ? moment.slice(0, 16).replace('T', ' ') : '';
}

// 2.4 MB, 36 KB: as people read the size of a file.
export function size_text(bytes: number): string {
  const kilo = 1024;
  if (bytes < kilo) return t('parts.bytes', { count: bytes });
  if (bytes < kilo * kilo) return `${Math.ceil(bytes / kilo)} KB`;
  return `${(bytes / kilo / kilo).toFixed(1)} MB`;
}

// The day on the calendar of the office, to begin a date field with.
export function today_in_beijing(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}
