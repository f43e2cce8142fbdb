// Imports run one way; the design of the house is checked here.
const pure = '^src/(content|questions|memory|mechanisms)/'
const nodeOnly = '^src/(content/loading|tools)/'
const test = '\\.test\\.ts$'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'no-unresolved', severity: 'error', from: { pathNot: '^slides/' }, to: { couldNotResolve: true, pathNot: '^(virtual:|#slidev|@slidev|/@slidev)' } },
    { name: 'pure-knows-no-pages', comment: 'content, questions, memory and mechanisms know neither Vue, Dexie nor pages', severity: 'error', from: { path: pure, pathNot: `${nodeOnly}|${test}|/bench/` }, to: { path: '^(quiz|slides|src/(components|storage|tools))/|node_modules/(vue|pinia|dexie|vue-router)/' } },
    { name: 'pure-knows-no-node', severity: 'error', from: { path: pure, pathNot: `${nodeOnly}|${test}|/bench/` }, to: { dependencyTypes: ['core'] } },
    { name: 'content-stands-alone', comment: "content may take what kinds say of authored questions, nothing else", severity: 'error', from: { path: '^src/content/', pathNot: `${nodeOnly}|${test}` }, to: { path: '^src/(questions|memory|mechanisms)/', pathNot: '^src/questions/(authored-kinds|kinds/authored-kind|kinds/[^/]+/schema|[^/]+-schema|text/[^/]+-schema)\\.ts$' } },
    { name: 'memory-stands-alone', severity: 'error', from: { path: '^src/memory/', pathNot: `${test}|/bench/` }, to: { path: '^src/(?!memory/)', pathNot: '^src/(content|questions)/', dependencyTypesNot: ['type-only'] } },
    { name: 'mechanisms-stand-alone', severity: 'error', from: { path: '^src/mechanisms/', pathNot: test }, to: { path: '^src/(?!mechanisms/|content/)' } },
    { name: 'storage-knows-memory', severity: 'error', from: { path: '^src/storage/', pathNot: `${test}|/bench/` }, to: { path: '^(quiz|slides)/|^src/(components|tools|mechanisms)/' } },
    { name: 'components-take-props', comment: 'components know no store, router or storage', severity: 'error', from: { path: '^src/components/', pathNot: test }, to: { path: '^(quiz|slides)/|^src/(storage|tools)/|node_modules/(pinia|dexie|vue-router)/' } },
    { name: 'quiz-and-slides-apart', severity: 'error', from: { path: '^quiz/' }, to: { path: '^slides/' } },
    { name: 'slides-and-quiz-apart', severity: 'error', from: { path: '^slides/' }, to: { path: '^quiz/' } },
    { name: 'storage-is-wired-at-the-border', comment: 'only quiz/main.ts and the theme set-up open the storage', severity: 'error', from: { path: '^(quiz|slides)/', pathNot: '^quiz/main\\.ts$|^slides/_theme/setup/|\\.test\\.ts$' }, to: { path: '^src/storage/', dependencyTypesNot: ['type-only'] } },
    { name: 'pages-load-no-schemas', comment: 'schemas, and what is printed of questions, are for the tools', severity: 'error', from: { path: '^(quiz|slides|src/components)/', pathNot: test }, to: { path: '^src/(content/question-schema|questions/(authored-kinds|paper|kinds/[^/]+/(authored|paper|schema)))\\.ts$', dependencyTypesNot: ['type-only'] } },
    { name: 'pages-know-no-tools', severity: 'error', from: { path: '^(quiz|slides)/', pathNot: '(vite\\.config|vite-plugin|lean-libraries)\\.ts$|\\.test\\.ts$' }, to: { path: nodeOnly } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.slidev)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.web.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.vue', '.js', '.mjs', '.json', '.css'], exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
}
