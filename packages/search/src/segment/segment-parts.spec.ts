import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bitmap } from './bitmap';
import { ByteArena, slotSize } from './byte-arena';
import { BestHits } from './best-hits';
import { bigramKey, Dictionary } from './dictionary';
import { editDistance } from './edit-distance';
import { NearWords } from './near-words';
import { PinyinIndex } from './pinyin-index';
import { PostingCursor, PostingLists } from './posting-lists';

describe('the parts of an index', { timeout: 60_000 }, () => {
    it('keep sets of numbers', () => {
        const numbers = fc.uniqueArray(fc.nat(200));
        fc.assert(fc.property(numbers, numbers, (left, right) => {
            const of = (list: readonly number[]): Bitmap => {
                const bitmap = new Bitmap();
                list.forEach(each => bitmap.add(each));
                return bitmap;
            };
            const members = (bitmap: Bitmap): number[] => {
                const list: number[] = [];
                bitmap.forEach(each => list.push(each));
                return list;
            };
            const sorted = (list: Iterable<number>): number[] => [...list].sort((a, b) => a - b);
            expect(members(of(left))).toEqual(sorted(left));
            expect(of(left).count()).toBe(left.length);
            expect(members(of(left).intersect(of(right)))).toEqual(sorted(left.filter(each => right.includes(each))));
            expect(members(of(left).subtract(of(right)))).toEqual(sorted(left.filter(each => !right.includes(each))));
            expect(members(of(left).unite(of(right)))).toEqual(sorted(new Set([...left, ...right])));
        }));
    });

    it('keep lists of bytes apart while they grow', () => {
        fc.assert(fc.property(fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 300 })), { maxLength: 60 }), steps => {
            const arena = new ByteArena();
            const lists = new Map<number, { address: number; length: number }>();
            for (const [list, added] of steps) {
                const { address, length } = lists.get(list) ?? { address: 0, length: 0 };
                const moved = length === 0 ? arena.allocate(added) : arena.resize(address, length, length + added);
                arena.read(moved, length + added).fill(list + 1, length);
                lists.set(list, { address: moved, length: length + added });
            }
            for (const [list, { address, length }] of lists) {
                expect(arena.read(address, length).every(each => each === list + 1)).toBe(true);
            }
        }));
        expect(slotSize(1_000_000)).toBeGreaterThanOrEqual(1_000_000);
        const arena = new ByteArena();
        arena.read(arena.allocate(1_000_000), 1_000_000).fill(7);
        expect(arena.read(arena.write(Uint8Array.of(1, 2)), 2)).toEqual(Uint8Array.of(1, 2));
    });

    it('keep postings, and drop those of documents that are gone', () => {
        const postings = fc.uniqueArray(fc.tuple(fc.nat(100_000), fc.array(fc.oneof(fc.nat(3), fc.nat(1000)), { minLength: 4, maxLength: 4 })), { selector: each => each[0], maxLength: 40 });
        fc.assert(fc.property(postings, fc.func(fc.boolean()), (list, isLive) => {
            const wanted = list.filter(([, counts]) => counts.some(each => each > 0)).sort((a, b) => a[0] - b[0]);
            const lists = new PostingLists(3);
            lists.addTerm();
            const live = new Bitmap();
            wanted.forEach(([document, counts]) => {
                lists.append(0, document, Uint32Array.from({ length: 8 }, (_, field) => counts[field] ?? 0));
                if (isLive(document)) {
                    live.add(document);
                }
            });
            const read = (): [number, number[]][] => {
                const found: [number, number[]][] = [];
                for (const cursor = new PostingCursor(lists).open(0); cursor.next();) {
                    found.push([cursor.document, [...cursor.counts().subarray(0, 4)]]);
                }
                return found;
            };
            expect(read()).toEqual(wanted);
            lists.clean(0, live);
            expect(read()).toEqual(wanted.filter(([document]) => live.has(document)));
            lists.append(0, 200_000, Uint32Array.of(0, 0, 0, 1, 0, 0, 0, 0));
            expect(read().at(-1)).toEqual([200_000, [0, 0, 0, 1]]);
        }));
    });

    it('number terms', () => {
        fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 0xffff_ffff }), { maxLength: 2000 }), keys => {
            const dictionary = new Dictionary();
            expect(keys.map(each => dictionary.findOrAdd(each))).toEqual(keys.map((_, index) => index));
            expect(keys.map(each => new Dictionary(Uint32Array.from(keys)).find(each)).slice(0, 20)).toEqual(keys.map((_, index) => index).slice(0, 20));
        }), { numRuns: 20 });
        expect(new Dictionary(Uint32Array.of(bigramKey(0x4e00, 0x4e01), 7)).bigramsOf(0x4e00)).toEqual([0]);
        expect(new Dictionary().find(5)).toBe(-1);
    });

    it('count errors in typing', () => {
        const plain = (a: string, b: string): number => {
            const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
            for (let row = 1; row <= a.length; row++) {
                rows[row] = [row];
                for (let column = 1; column <= b.length; column++) {
                    const exchanged = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1] ? rows[row - 2][column - 2] + 1 : Infinity;
                    rows[row][column] = Math.min(rows[row - 1][column] + 1, rows[row][column - 1] + 1, rows[row - 1][column - 1] + (a[row - 1] === b[column - 1] ? 0 : 1), exchanged);
                }
            }
            return rows[a.length][b.length];
        };
        const word = fc.string({ unit: fc.constantFrom(...'abcd'), maxLength: 9 });
        fc.assert(fc.property(word, word, fc.integer({ min: 1, max: 3 }), (a, b, most) => {
            const distance = plain(a, b);
            expect(Math.min(editDistance(a, b, most), most + 1)).toBe(Math.min(distance, most + 1));
        }), { numRuns: 1000 });
        fc.assert(fc.property(fc.uniqueArray(word.filter(each => each !== ''), { maxLength: 30 }), word, (words, typed) => {
            const near = new NearWords(words);
            words.forEach((_, number) => near.add(number));
            expect(near.near(typed, 2).map(each => words[each.number]).sort()).toEqual(words.filter(each => plain(each, typed) <= 2).sort());
        }));
    });

    it('find how titles sound', () => {
        const pinyin = new PinyinIndex();
        [['信用卡还款'], ['English only'], ['重庆银行', '长沙']].forEach(each => pinyin.add(each));
        const all = new Bitmap();
        [0, 1, 2].forEach(each => all.add(each));
        const found = (letters: string): string[] => pinyin.search(letters, all).map(each => `${each.document}/${each.value}:${each.first}+${each.count}`);
        expect(['xinyongka', 'xyk', 'xinyk', 'yongkah', 'hk', 'chongqing', 'chsh', 'changsha', 'yingka'].map(found)).toEqual(
            [['0/0:0+3'], ['0/0:0+3'], ['0/0:0+3'], ['0/0:1+3'], ['0/0:3+2'], ['2/0:0+2'], ['2/1:0+2'], ['2/1:0+2'], []]);
        expect(pinyin.search('xyk', new Bitmap())).toEqual([]);
    });

    it('keep the best', () => {
        fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 }), fc.nat(10), (scores, limit) => {
            const best = new BestHits(limit, (a, b) => a < b);
            scores.forEach((score, document) => best.offer(document, score));
            const wanted = scores.map((score, document) => ({ document, score })).sort((a, b) => b.score - a.score || a.document - b.document).slice(0, limit);
            expect(best.sorted()).toEqual(wanted);
        }));
    });
});
