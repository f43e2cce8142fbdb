/**
 * Runs in the page. Chinese and Russian words within a text of another language get a language of their own, as a group, since the
 * printer forgets the language of mere words. Pictures are left alone: they are read by their alternative text.
 */
export function markForeignWords(): void {
  const scripts = [
    { language: 'zh', run: /\p{Script=Han}(?:[\p{Script=Han}，。、；：！？（）《》“”·…—]*\p{Script=Han})?/u },
    { language: 'ru', run: /\p{Script=Cyrillic}(?:[\p{Script=Cyrillic} ,«»-]*\p{Script=Cyrillic})?/u },
  ]
  const texts: Text[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) if (node instanceof Text && node.parentElement?.closest('svg, script, style, [role="img"]') === null) texts.push(node)
  for (const text of texts) {
    const spoken = text.parentElement?.closest('[lang]')?.getAttribute('lang') ?? ''
    const script = scripts.find(({ language, run }) => !spoken.startsWith(language) && run.test(text.data))
    if (script === undefined) continue
    // One element in the place of the text, since the parts of a flexible row would drift apart.
    const whole = document.createElement('span')
    text.replaceWith(whole)
    let rest = text.data
    for (let found = script.run.exec(rest); found !== null; found = script.run.exec(rest)) {
      const words = document.createElement('span')
      words.lang = script.language
      words.textContent = found[0]
      whole.append(rest.slice(0, found.index), words)
      rest = rest.slice(found.index + found[0].length)
    }
    whole.append(rest)
  }
  for (const words of document.querySelectorAll('span[lang]:not([role])')) words.setAttribute('role', 'group')
}
