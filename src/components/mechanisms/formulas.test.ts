import katex from 'katex'
import { expect, it } from 'vitest'
import { mechanisms } from '../../mechanisms/registry.ts'

// KaTeX stays out of the pages: formulas.json is what it makes of the mechanisms' TeX. After a change: npx vitest run -u
it('shows the formulas that the mechanisms state', async () => {
  const rendered = Object.fromEntries(mechanisms.map(({ id, formula }) => [id, katex.renderToString(formula, { output: 'htmlAndMathml', throwOnError: true, strict: 'error', displayMode: false })]))
  await expect(`${JSON.stringify(rendered, null, 1)}\n`).toMatchFileSnapshot('./formulas.json')
})
