// How files are called that were sent in from here: the drafts of forms hold their ids alone, so
// that no name of a file lies about.
import { reactive } from 'vue';

export const known_files = reactive(new Map<string, { name: string; bytes: number }>());
