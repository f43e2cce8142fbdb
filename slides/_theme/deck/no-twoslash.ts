/** Stands in for the twoslash popups, which no deck uses; Slidev's client expects a Vue plugin. */
export default { install(): void { /* Nothing to install. */ } }
