/** A, B, C …: how the part at this place, from 0, is called, on paper as on the screen. */
export const letterOf = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index)

/** The letter of a list's last part. */
export const lastLetter = (list: readonly unknown[]): string => letterOf(list.length - 1)
