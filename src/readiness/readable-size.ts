/** Sizes as people read them: one decimal, in the largest unit that fits. */
import type { Size } from "../mailflow/size";

const units = ["B", "KB", "MB", "GB", "TB"] as const;

/** @returns such as `49.5 GB`, `0 B` and `unlimited`; units are powers of 1,024. */
export const readableSize = (size: Size): string => {
  if (size === "unlimited") return size;
  let [amount, unit] = [size, 0];
  // 1023.96 KB would be written 1024.0 KB.
  while (Math.round(Math.abs(amount) * 10) >= 10_240 && unit < units.length - 1) {
    amount /= 1_024;
    unit += 1;
  }
  return `${Math.round(amount * 10) / 10} ${units[unit]}`;
};
