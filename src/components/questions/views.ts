/** The view of every kind of question: what `kinds/<kind>.ts` exports. */
import type { Answer } from '../../questions/answer.ts'
import type { QuestionKind } from '../../questions/registry.ts'
import type { Variant } from '../../questions/variant.ts'
import type { KindView } from './view-props.ts'

// What is imported by a name has no type; each file annotates its view, which is only given variants and answers of its kind.
const views = import.meta.glob<KindView<Variant, Answer>>('./kinds/*.ts', { eager: true, import: 'view' })

/** Throws when the kind has no view, which the tests rule out. */
export function getView(kind: QuestionKind): KindView<Variant, Answer> {
  const view = views[`./kinds/${kind}.ts`]
  if (view === undefined) throw new Error(`The kind ${kind} stands in src/questions/registry.ts, so src/components/questions/kinds/${kind}.ts must export its view.`)
  return view
}
