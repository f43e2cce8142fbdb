/** `npm run new -- <slug>`: a new article's data files and deck, which pass the check and build at once. */
import { parseArgs } from 'node:util'
import { createArticle } from '../content/loading/article-skeleton.ts'
import { root } from './site.ts'

const help = `npm run new -- <slug>   writes a new article: data files, a deck, and its entry in data/library.yaml

The slug is lower-case words joined by hyphens, such as my-article. It is permanent: addresses and progress keep it.
Existing articles are never touched.`

const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' } } })
const [slug] = positionals
if (values.help) console.log(help)
else if (slug === undefined || positionals.length > 1) {
  console.error(help)
  process.exitCode = 1
} else {
  const result = createArticle(root, slug)
  if (result.ok) console.log(`Wrote ${result.written.join(', ')}.\nSee it with \`npm run dev\`; \`npm run check\` watches over it while you replace the words.`)
  else {
    for (const problem of result.problems) console.error(problem)
    process.exitCode = 1
  }
}
