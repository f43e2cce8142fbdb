/** Questions on one claim, and those that give each other away, do not come on one day. */
import type { ClaimId, QuestionId } from '../content/ids.ts'
import type { QuestionStub } from '../content/library.ts'

/** Remembers what comes today, and tells whether a question may come too. */
export class KeptApart {
  readonly #active: boolean
  readonly #mainClaims = new Set<ClaimId>()
  readonly #taken: QuestionStub[] = []
  /** The same as a set, once a question asks that can be given away: few can. */
  #takenIds: Set<QuestionId> | undefined

  constructor(active: boolean, answeredToday: readonly QuestionStub[]) {
    this.#active = active
    for (const question of answeredToday) this.take(question)
  }

  take(question: QuestionStub): void {
    const [mainClaim] = question.claims
    if (mainClaim !== undefined) this.#mainClaims.add(mainClaim)
    this.#taken.push(question)
    this.#takenIds?.add(question.id)
  }

  obstacle(question: QuestionStub): 'sibling' | 'given-away' | undefined {
    if (!this.#active) return undefined
    const [mainClaim] = question.claims
    if (mainClaim !== undefined && this.#mainClaims.has(mainClaim)) return 'sibling'
    if (question.givenAwayBy.length === 0) return undefined
    const taken = this.#takenIds ??= new Set(this.#taken.map(({ id }) => id))
    return question.givenAwayBy.some((id) => taken.has(id)) ? 'given-away' : undefined
  }
}
