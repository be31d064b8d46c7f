import { describe, expect, it } from 'vitest';
import type { Range } from '../../common/evaluation/listening';
import { ListeningLog } from './listening-log';

describe('what was listened to', () => {
    it('goes along with the next batch when it did not arrive', async () => {
        const sent: (readonly Range[])[] = [];
        let reachable = false;
        const log = new ListeningLog(async ranges => {
            sent.push(ranges);
            if (!reachable) {
                throw new Error('offline');
            }
        });
        await log.heard([[0, 1000]]);
        reachable = true;
        await log.heard([[900, 2000], [5000, 6000]]);
        await log.heard([]);
        expect(sent).toEqual([[[0, 1000]], [[0, 2000], [5000, 6000]]]);
    });
    it('is sent one batch at a time', async () => {
        const sent: (readonly Range[])[] = [];
        let arrive = (): void => { /* set below */ };
        const log = new ListeningLog(ranges => {
            sent.push(ranges);
            return new Promise<void>(resolve => { arrive = resolve; });
        });
        const first = log.heard([[0, 10]]);
        void log.heard([[10, 20]]);
        expect(sent).toHaveLength(1);
        arrive();
        await first;
        void log.heard([[30, 40]]);
        expect(sent[1]).toEqual([[10, 20], [30, 40]]);
    });
});
