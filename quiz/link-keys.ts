/** The keys that lead from a question to its claim and to the slide that shows it. */
import { onMounted, onUnmounted } from 'vue'
import { isTakenElsewhere } from './keys.ts'
import { useSettings } from './stores/settings.ts'

const actions = ['claim', 'slide'] as const

/** `find` gives the link that the key follows, when there is one on the page. */
export function useLinkKeys(find: (action: (typeof actions)[number]) => HTMLElement | null | undefined): void {
  const settings = useSettings()
  function press(event: KeyboardEvent): void {
    const { keys, keyMap } = settings.appearance
    if (!keys || isTakenElsewhere(event)) return
    const action = actions.find((one) => keyMap[one] === event.key)
    if (action) find(action)?.click()
  }
  onMounted(() => addEventListener('keydown', press))
  onUnmounted(() => removeEventListener('keydown', press))
}
