/** Runs once when a deck starts: styles aside, all it does is to say where answers go. */
import { defineAppSetup } from '@slidev/types'
import { createStudy, provideStudyKey } from './study.ts'

export default defineAppSetup(({ app }) => {
  app.provide(provideStudyKey, createStudy(
    async () => (await import('../../../src/storage/open-repository.ts')).openRepository(),
    () => ({ utcMs: Date.now(), offsetMinutes: -new Date().getTimezoneOffset() }),
  ))
})
