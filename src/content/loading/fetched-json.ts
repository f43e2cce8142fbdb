/** Data that a built page fetches as JSON: it costs no script, parses faster, and comes while the scripts are still on their way. */
import type { HtmlTagDescriptor, Rolldown } from 'vite'

/**
 * A module that exports loaders of JSON: under each name one, or one for each name in it; each is given as the bundler's reference of
 * an emitted asset. It asks anew each time: a module that failed once stays so, and no other attempt would bring it.
 */
export const fetchedJsonLoaders = (exported: Readonly<Record<string, string | Readonly<Record<string, string>>>>): string => {
  const loader = (reference: string) => `() => load(import.meta.ROLLUP_FILE_URL_${reference})`
  return [
    'const load = async (address) => {',
    '  const answer = await fetch(address)',
    "  if (!answer.ok) throw new Error(address + ': ' + answer.status)",
    '  return { default: await answer.json() }',
    '}',
    ...Object.entries(exported).map(([name, references]) => `export const ${name} = ${typeof references === 'string' ? loader(references)
      : `{ ${Object.entries(references).map(([key, reference]) => `${JSON.stringify(key)}: ${loader(reference)}`).join(', ')} }`}`),
  ].join('\n')
}

/** Asks for the JSON file called `name` as soon as the page is read. `base` is where the site is served. */
export const preloadJson = (name: string, bundle: Rolldown.OutputBundle | undefined, base: string): HtmlTagDescriptor[] =>
  Object.values(bundle ?? {}).filter((file) => file.type === 'asset' && file.names.includes(`${name}.json`))
    .map(({ fileName }) => ({ tag: 'link', attrs: { rel: 'preload', as: 'fetch', type: 'application/json', crossorigin: true, href: base + fileName }, injectTo: 'head' }))
