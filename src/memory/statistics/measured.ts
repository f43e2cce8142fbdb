/** A number, or the honest answer that there is too little to compute it from. */
export type Measured<Value> =
  | { readonly kind: 'measured'; readonly value: Value; readonly from: number }
  | { readonly kind: 'too-little-data'; readonly have: number; readonly need: number }

/** Computes only when there are at least `need` cases. */
export function measure<Value>(have: number, need: number, compute: () => Value): Measured<Value> {
  return have >= need ? { kind: 'measured', value: compute(), from: have } : { kind: 'too-little-data', have, need }
}
