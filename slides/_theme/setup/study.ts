/** How a deck reaches the learner's memory: opened at the first answer, or when the deck was read to its end, never by merely showing a slide. */
import { inject, type InjectionKey } from 'vue'
import type { QuestionId } from '../../../src/content/ids.ts'
import type { Moment } from '../../../src/memory/day-clock.ts'
import type { GivenAnswer } from '../../../src/memory/draft.ts'
import type { Rating } from '../../../src/memory/event.ts'
import type { Outcome } from '../../../src/memory/schedule.ts'
import type { Recorded, Repository } from '../../../src/storage/repository.ts'

export interface Study {
  now(): Moment
  /** What each rating would do to the question now. Opens the memory. */
  preview(question: QuestionId): Promise<Record<Rating, Outcome>>
  /** Records an answer; resolved when it is durable or known to be unsaved. */
  answer(given: GivenAnswer): Promise<Recorded>
  /** Opens the questions that are new: they come before others in the quiz. */
  introduce(questions: readonly QuestionId[]): Promise<void>
}

const studyKey: InjectionKey<Study> = Symbol('study')
export const provideStudyKey = studyKey

/** The study that the theme's set-up provides. */
export function useStudy(): Study {
  const study = inject(studyKey)
  if (study === undefined) throw new Error('The deck was set up without a memory.')
  return study
}

/** The memory model, fetched with the first answer, so that a deck opens without it. */
const draftRules = () => import('../../../src/memory/draft.ts')

/** `open` is called at most once, when first needed; a failure is told and tried again at the next answer. */
export function createStudy(open: () => Promise<Repository>, now: () => Moment): Study {
  let opening: Promise<Repository> | undefined
  const repository = (): Promise<Repository> => {
    opening ??= open().catch((error: unknown) => { opening = undefined; throw error })
    return opening
  }
  return {
    now,
    async preview(question) {
      const { memory, settings } = await (await repository()).load()
      const { previewQuestion } = await draftRules()
      return previewQuestion(memory, settings, question, now())
    },
    async answer(given) {
      const opened = await repository()
      const { memory, settings } = await opened.load()
      const { draftAnswer } = await draftRules()
      return opened.record(draftAnswer(memory, settings, given, now()))
    },
    async introduce(questions) {
      const opened = await repository()
      const { memory, settings } = await opened.load()
      const { draftIntroductions } = await draftRules()
      await opened.record(...draftIntroductions(memory, settings, questions, now()))
    },
  }
}
