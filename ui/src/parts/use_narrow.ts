// Whether the screen is a phone's.
import { onBeforeUnmount, ref, type Ref } from 'vue';

export function use_narrow(): Ref<boolean> {
  const query = window.matchMedia('(max-width: 40rem)');
  const is_narrow = ref(query.matches);
  const listen = (event: MediaQueryListEvent): void => { is_narrow.value = event.matches; };
  query.addEventListener('change', listen);
  onBeforeUnmount(() => { query.removeEventListener('change', listen); });
  return is_narrow;
}
