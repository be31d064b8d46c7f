import { expect, it } from 'vitest';
import { readingTimeMs } from './reading-time';

it.each([[987, 0, 60_000], [255, 255, 60_000], [1242, 255, 120_000], [3, 0, 10_000]])('%i characters, %i of them Chinese, take %i ms', (characters, chinese, ms) => expect(readingTimeMs(characters, chinese)).toBe(ms));
