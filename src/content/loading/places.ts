/** Where each authored object was written. Checks name the object; this gives file and line back. */
import type { Finding, Problem } from '../problem.ts'

export interface Place {
  readonly file: string
  readonly lineOf: (path: readonly (string | number)[]) => number
}

export class Places {
  readonly #places = new WeakMap<object, Place>()

  set(object: object, place: Place): void {
    this.#places.set(object, place)
  }

  /** The file of an object; throws when the object was not read from a file, which is a broken invariant. */
  of(object: object): Place {
    const place = this.#places.get(object)
    if (place === undefined) throw new Error(`no place is known for ${JSON.stringify(object).slice(0, 120)}`)
    return place
  }

  toProblem(finding: Finding): Problem {
    const place = this.of(finding.about)
    const { severity, rule, message, hint } = finding
    return { file: place.file, line: place.lineOf(finding.path ?? []), severity, rule, message, hint }
  }
}
