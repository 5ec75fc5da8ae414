// Where the thing is that a task or a message is about.
export function address_of_object(of: { object_kind: string; object_id: string; agency: string }): string {
  if (of.object_id === '') return '';
  switch (of.object_kind) {
    case 'application':
    case 'case':
      return `/cases/${of.object_id}`;
    case 'remedy':
      return `/remedies/${of.object_id}`;
    case 'letter':
      return `/letters/${of.object_id}`;
    case 'annual_report':
      return /^\d{4}$/.test(of.object_id) ? `/reports/${of.agency}/${of.object_id}` : '/reports';
    default:
      return '';
  }
}
