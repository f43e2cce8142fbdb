/**
 * Measures text and breaks it into lines without a page to measure on: a map is laid out at build, a chart before it is drawn, and both look
 * the same in the app, on a slide and on paper. Advance widths are those of the shipped fonts, in thousandths of an em.
 */

export type TextFace = 'sans' | 'sans-bold' | 'serif-bold'

/** Characters U+0020 to U+007E, from the hmtx tables of Source Sans 3 (400, 600) and Source Serif 4 (600). */
const advances: Readonly<Record<TextFace, readonly number[]>> = {
  'sans': parse('200 289 426 497 497 824 609 249 303 303 418 497 249 311 249 350 497 497 497 497 497 497 497 497 497 497 249 249 497 497 497 425 847 543 588 571 615 527 494 617 652 263 479 579 486 727 647 664 566 664 569 534 536 645 515 786 513 476 539 303 350 303 497 500 542 504 553 456 555 496 292 504 544 246 247 495 255 829 547 542 555 555 347 419 338 544 467 719 446 467 425 303 241 303 497'),
  'sans-bold': parse('200 315 482 513 513 841 639 275 324 324 438 513 275 322 275 344 513 513 513 513 513 513 513 513 513 513 275 275 513 513 513 444 875 558 597 576 625 538 510 628 663 282 494 597 502 745 657 674 582 674 592 545 546 655 536 800 541 501 540 324 344 324 513 500 549 516 563 462 564 507 317 520 558 262 263 522 271 843 560 549 564 564 373 431 361 556 495 748 481 495 443 324 255 324 513'),
  'serif-bold': parse('228 314 423 544 538 949 739 206 384 384 458 548 307 335 307 364 547 547 547 547 547 547 547 547 547 547 307 307 548 548 548 430 867 712 668 663 744 634 610 725 809 387 394 726 616 930 757 742 637 742 707 560 650 757 706 1020 678 667 592 356 364 356 548 528 400 554 630 527 623 540 374 573 650 336 313 615 337 961 652 590 632 613 475 475 368 640 581 850 585 592 497 365 301 365 548'),
}

/** Signs beyond them that labels use, from the same tables and in the same order of faces. */
const signs: Readonly<Record<string, readonly [number, number, number]>> = {
  '×': [497, 513, 548], '−': [497, 513, 548], '±': [497, 513, 548], '·': [249, 275, 307], '¶': [560, 599, 622], '§': [497, 513, 514], '«': [429, 455, 572], '»': [429, 455, 572],
  '“': [426, 482, 460], '”': [426, 482, 459], '‘': [249, 275, 236], '’': [249, 275, 236], '–': [480, 480, 528], '—': [800, 800, 828], '…': [948, 964, 853], '°': [331, 348, 344],
}
const faceIndex = { 'sans': 0, 'sans-bold': 1, 'serif-bold': 2 } as const

function parse(list: string): number[] {
  return list.split(' ').map(Number)
}

/** Han, kana, hangul and full-width signs fill a square. */
const square = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u30ff\uac00-\ud7af]/u
/** Signs that may not begin a line of Chinese (and any closing mark). */
const notAtStart = /^[，。、：；？！）》」』”’…—·％,.:;?!)\]%]/u
/** Signs that may not end a line. */
const notAtEnd = /[（《「『“‘([]$/u

/** Width of a text in pixels at a font size in pixels. Characters outside the tables count as a wide lower-case letter. */
export function measureText(text: string, fontSize: number, face: TextFace = 'sans'): number {
  let thousandths = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    thousandths += advances[face][code - 0x20] ?? signs[character]?.[faceIndex[face]] ?? (square.test(character) ? 1000 : 560)
  }
  return (thousandths / 1000) * fontSize
}

/** The pieces between which a line may break: words with the space before them, and single squares bound to the marks beside them. */
function breakable(text: string): string[] {
  const pieces = text.match(/\s*[\u2e80-\u9fff\uf900-\ufaff\u3000-\u30ff\uff00-\uff60]|\s*[^\s\u2e80-\u9fff\uf900-\ufaff\u3000-\u30ff\uff00-\uff60]+/gu) ?? []
  const bound: string[] = []
  for (const piece of pieces) {
    const last = bound.at(-1)
    if (last !== undefined && !/^\s/.test(piece) && (notAtStart.test(piece) || notAtEnd.test(last))) bound[bound.length - 1] = last + piece
    else bound.push(piece)
  }
  return bound
}

/** Lines no wider than `width` where words allow it; a single longer word stands alone on its line. */
export function breakLines(text: string, width: number, fontSize: number, face: TextFace = 'sans'): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of breakable(text.trim())) {
    if (line !== '' && measureText(line + piece, fontSize, face) > width) {
      lines.push(line.trim())
      line = piece.trimStart()
    }
    else line += piece
  }
  if (line.trim() !== '') lines.push(line.trim())
  return lines
}
