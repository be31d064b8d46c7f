import { expect, it } from 'vitest';
import { linkedFiles, linkFiles } from './file-links';

const id = '0190a000-0000-7000-8000-000000000001';
const text = 'See [lost \\[card\\]](card-lost.en.md), [](./other.md), [web](https://example.org/x.md) and [gone](gone.md).';

it('finds links to files beside it only', () => expect(linkedFiles(text)).toEqual(['card-lost.en.md', 'other.md', 'gone.md']));

it('makes them links to articles where the file is known', () => expect(linkFiles(text, file => file === 'gone.md' ? undefined : id))
    .toBe(`See [lost \\[card\\]](earshot:/knowledge/articles/${id}), [](earshot:/knowledge/articles/${id}), [web](https://example.org/x.md) and [gone](gone.md).`));
