const pageBytes = 65_536;

/** Makes every memory of this worker refuse to grow beyond a limit; Python then raises MemoryError. */
export function capMemory(limitBytes: number): void {
  const prototype = WebAssembly.Memory.prototype;
  const original = Object.getOwnPropertyDescriptor(prototype, 'grow')?.value as (
    this: WebAssembly.Memory,
    pages: number,
  ) => number;
  prototype.grow = function grow(this: WebAssembly.Memory, pages: number): number {
    if (this.buffer.byteLength + pages * pageBytes > limitBytes) throw new RangeError('The memory limit is reached');
    return original.call(this, pages);
  };
}
