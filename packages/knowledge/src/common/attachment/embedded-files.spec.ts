import { expect, it } from 'vitest';
import { fileLinks, replaceFileLinks } from './embedded-files';

const text = '![a](x.files/s%20t.png) [b](<../c d.pdf> "Fees") [web](https://example.org/x.png) ![out](../../x.png) [here](#a) ![](//example.org/x.png)';

it('finds what stands beside a file in an archive, and nothing outside it', () => expect(fileLinks(text, 'cards/x.md')).toEqual(['cards/x.files/s t.png', 'c d.pdf']));

it('makes something else of what is known', () =>
    expect(replaceFileLinks('![a](x.png) [b](y.pdf)', 'c.md', ({ path, words, picture }) => path === 'x.png' ? `${words} ${picture}` : undefined)).toBe('a true [b](y.pdf)'));
