/** Child processes whose output is shown only when they fail. */
import { spawn } from 'node:child_process'
import { root } from './site.ts'

/** Runs a program to its end and gives its standard output. Throws with everything it printed when it exits non-zero. */
export function runProcess(program: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => { output += chunk.toString(); printed += chunk.toString() })
    child.stderr.on('data', (chunk: Buffer) => { printed += chunk.toString() })
    child.on('error', reject)
    child.on('close', (code) => { if (code === 0) resolve(output); else reject(new Error(printed.trim() || `${program} ended with code ${code}`)) })
  })
}
