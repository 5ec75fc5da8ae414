// What the table of operations says of each: how it is called, and its fields with their labels.
export type Shape =
  | 'text' | 'long_text' | 'secret' | 'date' | 'moment' | 'number' | 'flag' | 'choice' | 'list'
  | 'object' | 'anything' | 'file';

export interface ShapeInfo {
  shape: Shape;
  min?: number;
  max?: number;
  choices?: [string, string][];
  item?: ShapeInfo;
  fields?: FieldInfo[];
}

export interface FieldInfo extends ShapeInfo {
  name: string;
  label: string;
  is_required: boolean;
}

export interface OperationInfo {
  method: string;
  path: string;
  summary: string;
  permission: string;
  query: FieldInfo[];
  body: FieldInfo[] | null;
  is_form: boolean;
  is_file: boolean;
  // Of a list: what the server calls the fields of its items, as its export does.
  labels?: Record<string, string>;
}
