/** A learner who has studied for some weeks, as a backup file that a test restores. */
import type { Page } from 'playwright/test'
import { loadLibrary } from '../src/content/loading/load-library.ts'
import type { QuestionStub } from '../src/content/library.ts'
import { drawFraction } from '../src/memory/chance.ts'
import { draftAction, draftAnswer } from '../src/memory/draft.ts'
import { expectedRecall } from '../src/memory/statistics/expected-recall.ts'
import { stateOf } from '../src/memory/memory.ts'
import { buildQueue } from '../src/memory/queue.ts'
import { defaultSettings } from '../src/memory/settings.ts'
import { noLifeboat } from '../src/storage/lifeboat.ts'
import { LogRepository } from '../src/storage/log-repository.ts'
import { MemoryStore } from '../src/storage/memory-store.ts'
import { expect } from './fixtures.ts'

const dayMs = 86_400_000

/**
 * The log of someone who did what was due on most of the last `days` days, ending yesterday, and forgot about as much
 * as the memory model foresees. The same days give the same answers.
 */
export async function makeBackup(days: number, nowMs = Date.now()): Promise<Buffer> {
  const { loaded } = loadLibrary('.')
  if (loaded === undefined) throw new Error('the library cannot be read')
  const questions: readonly QuestionStub[] = loaded.compiled.catalogue.questions
  let utcMs = nowMs
  const repository = new LogRepository({ store: new MemoryStore(), device: 'weeks001', drawName: () => 'weeks002', now: () => utcMs, lifeboat: noLifeboat })
  const { memory } = await repository.load()
  const settings = { ...defaultSettings, newPerDay: 12 }
  // Of the learner's own day, which in the small hours is still the one before.
  const evening = Math.floor((nowMs - defaultSettings.rolloverHour * 3_600_000) / dayMs) * dayMs + 8 * 3_600_000
  for (let ago = days; ago >= 1; ago -= 1) {
    if (ago % 6 === 5) continue
    utcMs = evening - ago * dayMs
    for (let round = 0; round < 4; round += 1) {
      for (const { question } of buildQueue({ questions, memory, settings, moment: { utcMs, offsetMinutes: 0 } }).items) {
        const state = stateOf(memory, question.id)
        const chance = drawFraction(question.id, ago * 10 + round)
        const recalled = chance < (state.stage === 'review' ? expectedRecall(state, Math.floor(utcMs / dayMs), memory.parameters) : 0.8)
        const certainty = 0.6 * drawFraction(question.id, ago * 10 + round + 5) + (recalled ? 0.4 : 0.15)
        const confidence = certainty > 0.6 ? 'sure' : certainty > 0.4 ? 'think-so' : 'guess'
        const thinkingMs = 6_000 + Math.round(chance * 20) * 1_000
        utcMs += thinkingMs + 3_000
        const rating = recalled ? (chance < 0.1 ? 'hard' : chance > 0.75 ? 'easy' : 'good') : 'again'
        await repository.record(draftAnswer(memory, settings, { questionId: question.id, rev: question.rev, seed: 1, answer: { kind: 'gave-up' }, verdict: recalled ? 'right' : 'wrong', confidence, rating, thinkingMs }, { utcMs, offsetMinutes: 0 }))
        if (chance > 0.985) await repository.record(draftAction(settings, 'flag', question.id, { utcMs, offsetMinutes: 0 }))
      }
      utcMs += 11 * 60_000
    }
  }
  return Buffer.from(await repository.exportBackup())
}

/** Puts a backup in the place of what the page has learned so far. */
export async function restore(page: Page, backup: Buffer): Promise<void> {
  await page.goto('#/settings')
  await page.locator('#restore-file').setInputFiles({ name: 'weeks.lectern', mimeType: 'application/octet-stream', buffer: backup })
  await page.locator('#backup .notice .button.primary').click()
  await expect(page.locator('#backup .notice')).toHaveCount(0)
}
