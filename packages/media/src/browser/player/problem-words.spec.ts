import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { conflictText, problemText } from './problem-words';

/** The sources of a folder without its tests. */
const sourcesOf = (folder: string): readonly string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(each => each.endsWith('.ts') && !/\.(spec|it)\.ts$/.test(each) && !each.includes('testing')).map(each => readFileSync(join(folder, each), 'utf8'));
const found = (sources: readonly string[], pattern: RegExp): readonly string[] => [...new Set(sources.flatMap(each => [...each.matchAll(pattern)].map(match => match[1]!)))];

/** Said by the front end itself for every package. */
const general = ['changed-meanwhile'];
const reasons = found(sourcesOf(join(__dirname, '../../node')), /conflict\('([a-z-]+)'/g).filter(each => !general.includes(each));
const audioCodes = [...readFileSync(join(__dirname, '../../../../audio/src/audio-error.ts'), 'utf8').match(/AudioErrorCode =([^;]+);/)![1]!.matchAll(/'([a-z-]+)'/g)].map(match => match[1]!);

describe('what the server refuses about a recording', () => {
    it('has a sentence for each reason', () => {
        expect(reasons).toEqual(expect.arrayContaining(['blob-missing', 'recording-not-failed', 'recording-not-ready', 'recording-without-channels']));
        expect(reasons.filter(each => !conflictText(each))).toEqual([]);
    });

    it('has a sentence for each way in which a file can be wrong', () => {
        expect(audioCodes).toContain('not-audio');
        expect(audioCodes.filter(each => !problemText(each))).toEqual([]);
    });

    it('knows what it does not know', () => {
        expect([conflictText('key-taken'), problemText('nothing-like-it')]).toEqual([undefined, undefined]);
    });
});
