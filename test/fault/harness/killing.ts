import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import type { BackEnd } from '../../fixtures/back-end';
import type { Caller } from './caller';

/** Works without a pause until the server is gone. @throws what went wrong while it was there */
const untilGone = async (backEnd: BackEnd, work: () => Promise<void>): Promise<void> => {
    try {
        for (;;) {
            await work();
        }
    } catch (error) {
        if (backEnd.alive) {
            await wait(500); // the connection may be gone before the process is
        }
        if (backEnd.alive) {
            throw error;
        }
    }
};

/** Kills the back end at any moment while everybody works, and starts it again. @param works done again and again */
export const killWhile = async (backEnd: BackEnd, random: () => number, works: readonly (() => Promise<void>)[]): Promise<void> => {
    const killing = wait(300 + random() * 2200).then(() => backEnd.kill());
    await Promise.all([killing, ...works.map(each => untilGone(backEnd, each))]);
    await backEnd.again();
};

export const expectWholeLog = async (administrator: Caller): Promise<void> => {
    await wait(2500); // the log is sealed every two seconds
    expect(await administrator.do('POST', '/audit/verification')).toMatchObject({ valid: true, firstProblem: null });
};
