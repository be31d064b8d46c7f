import { describe, it } from 'vitest';
import { LunrEngine } from '../lunr/lunr-engine';
import { SegmentEngine } from '../segment/segment-engine';
import { conformanceChecks } from './conformance';

describe('the default engine', { timeout: 60_000 }, () => {
    for (const check of conformanceChecks({ pinyin: true, snapshots: true })) {
        it(check.name, () => check.run(() => new SegmentEngine()));
    }
});

describe('the engine on lunr', { timeout: 60_000 }, () => {
    for (const check of conformanceChecks({ pinyin: false, snapshots: false })) {
        it(check.name, () => check.run(() => new LunrEngine()));
    }
});
