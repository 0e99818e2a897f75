/** 数据列的字节 — doubles and 32-bit integers, little-endian on every machine; every NaN is the one canonical NaN, −0 is 0. */

/** Raises a RangeError for an infinity: no stored value is one. */
export function doublesAsBytes(values: Float64Array): Uint8Array {
  const bytes = new Uint8Array(values.length * 8);
  const view = new DataView(bytes.buffer);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY)
      throw new RangeError('a stored value is never infinite');
    if (Number.isNaN(value)) view.setUint32(row * 8 + 4, 0x7ff80000, true);
    else view.setFloat64(row * 8, value === 0 ? 0 : value, true);
  }
  return bytes;
}

/** Undefined when the length does not fit. */
export function doublesFrom(bytes: Uint8Array, rows: number): Float64Array | undefined {
  if (bytes.length !== rows * 8) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const values = new Float64Array(rows);
  for (let row = 0; row < rows; row++) values[row] = view.getFloat64(row * 8, true);
  return values;
}

export function integersAsBytes(values: Int32Array): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  for (let row = 0; row < values.length; row++) view.setInt32(row * 4, values[row]!, true);
  return bytes;
}

export function integersFrom(bytes: Uint8Array, rows: number): Int32Array | undefined {
  if (bytes.length !== rows * 4) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Int32Array.from({ length: rows }, (_, row) => view.getInt32(row * 4, true));
}
