/**
 * The lowest point of a smooth function of two numbers: roughly by the simplex of J. A. Nelder & R. Mead, The Computer Journal 7 (1965) 308–313,
 * which needs no good start, then by Newton's method on differences, which needs few steps once it is near.
 */
export type Point = readonly [number, number];
interface Vertex { readonly at: Point; readonly value: number }

const mostRounds = 200;
/** How near the simplex comes, relative to the numbers. */
const near = 1e-2;
const mostSteps = 6;
/** Over which distance differences are taken, relative to the numbers. */
const distance = 1e-4;

export const lowestPoint = (of: (at: Point) => number, start: Point, step: number): Point => {
    let best = descend(of, start, step);
    for (let turn = 0; turn < mostSteps; turn++) {
        const next = newtonStep(of, best);
        if (!next || !(next.value < best.value)) {
            break;
        }
        best = next;
    }
    return best.at;
};

const descend = (of: (at: Point) => number, start: Point, step: number): Vertex => {
    const vertex = (at: Point): Vertex => ({ at, value: of(at) });
    const ordered = (corners: ReadonlyArray<Vertex>): ReadonlyArray<Vertex> => [...corners].sort((one, other) => one.value - other.value);
    let corners = ordered([vertex(start), vertex([start[0] + step, start[1]]), vertex([start[0], start[1] + step])]);
    for (let round = 0; round < mostRounds; round++) {
        const [best, middle, worst] = corners;
        if (isNear(best, worst) && isNear(best, middle)) {
            break;
        }
        const centre = between(best.at, middle.at, 0.5);
        const reflected = vertex(between(worst.at, centre, 2));
        if (reflected.value < best.value) {
            const expanded = vertex(between(worst.at, centre, 3));
            corners = ordered([best, middle, expanded.value < reflected.value ? expanded : reflected]);
            continue;
        }
        if (reflected.value < middle.value) {
            corners = ordered([best, middle, reflected]);
            continue;
        }
        const contracted = vertex(between(worst.at, centre, reflected.value < worst.value ? 1.5 : 0.5));
        corners = contracted.value < Math.min(worst.value, reflected.value) ? ordered([best, middle, contracted])
            : ordered([best, vertex(between(best.at, middle.at, 0.5)), vertex(between(best.at, worst.at, 0.5))]);
    }
    return corners[0];
};

/** Null where the function does not curve upwards. */
const newtonStep = (of: (at: Point) => number, { at, value }: Vertex): Vertex | null => {
    const [dx, dy] = at.map(each => distance * (1 + Math.abs(each)));
    const moved = (x: number, y: number): number => of([at[0] + x * dx, at[1] + y * dy]);
    const [right, left, up, down, corner] = [moved(1, 0), moved(-1, 0), moved(0, 1), moved(0, -1), moved(1, 1)];
    const slope = [(right - left) / (2 * dx), (up - down) / (2 * dy)];
    const [xx, yy] = [(right - 2 * value + left) / dx ** 2, (up - 2 * value + down) / dy ** 2];
    const xy = (corner - right - up + value) / (dx * dy);
    const determinant = xx * yy - xy * xy;
    if (!(xx > 0 && determinant > 0)) {
        return null;
    }
    const next: Point = [at[0] - (yy * slope[0] - xy * slope[1]) / determinant, at[1] - (xx * slope[1] - xy * slope[0]) / determinant];
    return { at: next, value: of(next) };
};

/** The point at the share of the way from one to the other; beyond it where the share exceeds 1. */
const between = (from: Point, to: Point, share: number): Point => [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];

const isNear = (one: Vertex, other: Vertex): boolean => one.at.every((each, axis) => Math.abs(each - other.at[axis]) <= near * (1 + Math.abs(each)));
