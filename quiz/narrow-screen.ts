/** Whether the page is as narrow as a phone: there a map becomes an outline. */
import { onUnmounted, ref } from 'vue'

export function useNarrowScreen() {
  const query = matchMedia('(max-width: 760px)')
  const isNarrow = ref(query.matches)
  const update = () => { isNarrow.value = query.matches }
  query.addEventListener('change', update)
  onUnmounted(() => query.removeEventListener('change', update))
  return isNarrow
}
