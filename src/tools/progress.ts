/** Lines that say what a long command is doing and how long each step took. */

/** Runs the jobs, at most `limit` at once, and reports each as it ends. The first failure stops the jobs not yet begun and is thrown at the end. */
export async function runJobs(jobs: readonly { name: string, run: () => Promise<void> }[], limit: number): Promise<void> {
  const waiting = [...jobs]
  const failures: { name: string, error: unknown }[] = []
  let done = 0
  const work = async (): Promise<void> => {
    for (let job = waiting.shift(); job !== undefined && failures.length === 0; job = waiting.shift()) {
      const start = performance.now()
      try {
        await job.run()
        console.log(`  [${++done}/${jobs.length}] ${job.name}, ${seconds(performance.now() - start)}`)
      }
      catch (error) { failures.push({ name: job.name, error }) }
    }
  }
  await Promise.all(Array.from({ length: limit }, work))
  if (failures.length > 0) throw new Error(failures.map(({ name, error }) => `${name} failed.\n${error instanceof Error ? error.message : String(error)}`).join('\n\n'))
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
