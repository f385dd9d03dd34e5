/** How time grows with size: the exponent of the power law that fits the measured points best. */

export interface Point {
  readonly size: number;
  readonly milliseconds: number;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Least squares on logarithms: 1 is linear, 2 quadratic, below 1 sublinear. */
export const fittedExponent = (points: readonly Point[]): number => {
  const sizes = points.map(({ size }) => Math.log(size));
  const times = points.map(({ milliseconds }) => Math.log(milliseconds));
  const [size, time] = [mean(sizes), mean(times)];
  const [product, square] = sizes.reduce<readonly [number, number]>(
    ([products, squares], one, place) => [
      products + (one - size) * ((times[place] ?? time) - time),
      squares + (one - size) ** 2,
    ],
    [0, 0],
  );
  return product / square;
};

export const growthLine = (what: string, points: readonly Point[]): string =>
  `- ${what}: ${points.map(({ size, milliseconds }) => `${size}: ${milliseconds.toFixed(0)} ms`).join(", ")}; exponent ${fittedExponent(points).toFixed(2)}`;
