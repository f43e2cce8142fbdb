/** Which PDFs the site holds: `pdf/index.json` lists them, since a static host cannot be asked. */
const sorts = ['deck', 'handout', 'worksheet', 'answers'] as const

interface Printed {
  readonly sort: (typeof sorts)[number]
  readonly address: string
}

let names: Promise<readonly string[]> | undefined

async function readIndex(): Promise<readonly string[]> {
  try {
    const answer = await fetch('pdf/index.json')
    const list: unknown = answer.ok && answer.headers.get('content-type')?.includes('json') ? await answer.json() : []
    return Array.isArray(list) ? list.filter((name) => typeof name === 'string') : []
  }
  // Offline before the list was ever fetched: there is then no PDF to offer either.
  catch { return [] }
}

export async function findPrinted(slug: string): Promise<readonly Printed[]> {
  const held = await (names ??= readIndex())
  return sorts.flatMap((sort) => {
    const name = sort === 'deck' ? `${slug}.pdf` : `${slug}-${sort}.pdf`
    return held.includes(name) ? [{ sort, address: `pdf/${name}` }] : []
  })
}

/** Where the slides of all decks stand in one file; undefined when the site does not hold it. */
export async function findPrintedLibrary(): Promise<string | undefined> {
  const held = await (names ??= readIndex())
  return held.includes('library.pdf') ? 'pdf/library.pdf' : undefined
}
