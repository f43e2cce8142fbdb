/** Which PDFs of an article the site holds: `pdf/index.json` lists them, since a static host cannot be asked. */
import { computed, type MaybeRefOrGetter, shallowRef, toValue } from 'vue'

const sorts = ['deck', 'handout', 'worksheet', 'answers'] as const
const names = shallowRef<readonly string[]>()

async function readIndex(): Promise<void> {
  names.value = []
  try {
    const answer = await fetch('pdf/index.json')
    const list: unknown = answer.ok && answer.headers.get('content-type')?.includes('json') ? await answer.json() : []
    if (Array.isArray(list)) names.value = list.filter((name) => typeof name === 'string')
  }
  // Offline before the list was ever fetched: there is then no PDF to offer either.
  catch { names.value = [] }
}

export function usePrinted(slug: MaybeRefOrGetter<string>) {
  if (names.value === undefined) void readIndex()
  const printed = computed(() => sorts.flatMap((sort) => {
    const name = sort === 'deck' ? `${toValue(slug)}.pdf` : `${toValue(slug)}-${sort}.pdf`
    return names.value?.includes(name) ? [{ sort, address: `pdf/${name}` }] : []
  }))
  return { printed }
}
