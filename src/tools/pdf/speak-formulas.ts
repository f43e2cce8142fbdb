/**
 * Runs in the page. KaTeX keeps a formula twice, drawn for the eye and as MathML for a screen reader, and the printer leaves
 * out the second: the drawn one becomes a figure whose alternative text is its TeX.
 */
export function speakFormulas(): void {
  for (const formula of document.querySelectorAll('.katex')) {
    formula.setAttribute('role', 'img')
    formula.setAttribute('aria-label', formula.querySelector('annotation')?.textContent ?? '')
    formula.querySelector('.katex-mathml')?.remove()
    formula.querySelector('.katex-html')?.removeAttribute('aria-hidden')
  }
}
