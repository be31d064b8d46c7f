import { expect, it } from 'vitest';
import { readingTimeMs } from './reading-time';

it.each([[1000, 0, 68_000], [255, 255, 60_000], [1255, 255, 128_000], [3, 0, 10_000]])('%i characters, %i of them Chinese, take %i ms', (characters, chinese, ms) => expect(readingTimeMs(characters, chinese)).toBe(ms));
