import { habits } from './sample-evaluations';

/** Who skips what they think they know: one call in four is heard in part only. */
const hurried: Readonly<Record<string, readonly number[]>> = { zhou: [0.71, 0.94, 0.52, 0.98], wong: [1, 0.83, 0.97, 1] };
const attentive: readonly number[] = [1, 0.96, 1, 0.98, 1, 0.93];

/** @param call `SC-0001` and so on. @returns how much of its recording somebody listened to before they rated it, from the beginning on: a share from 0 to 1. */
export function sampleListening(call: string, login: string): number {
    const shares = hurried[login] ?? attentive;
    return shares[(Number(call.slice(-4)) + Object.keys(habits).indexOf(login)) % shares.length]!;
}
