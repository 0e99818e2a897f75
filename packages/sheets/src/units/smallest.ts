/** 分位 — the value that would stand at a place if the numbers were sorted, without sorting them all. */

/** The value at `place` (from 0) in ascending order; the numbers are moved about. No NaN among them. */
export function valueAt(numbers: Float64Array, place: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const pivot = middleOfThree(numbers[low]!, numbers[(low + high) >> 1]!, numbers[high]!);
    let left = low;
    let right = high;
    while (left <= right) {
      while (numbers[left]! < pivot) left++;
      while (numbers[right]! > pivot) right--;
      if (left > right) break;
      const moved = numbers[left]!;
      numbers[left++] = numbers[right]!;
      numbers[right--] = moved;
    }
    if (place <= right) high = right;
    else if (place >= left) low = left;
    else return numbers[place]!;
  }
  return numbers[place]!;
}

const middleOfThree = (a: number, b: number, c: number): number =>
  a < b ? (b < c ? b : a < c ? c : a) : a < c ? a : b < c ? c : b;
