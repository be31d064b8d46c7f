import { expect, it } from 'vitest';
import { filterCount, listInput, readArticleFilter } from './article-filter';

const read = (query: string) => readArticleFilter(new URLSearchParams(query));

it('reads what stands in the address, and passes over what cannot be', () => {
    expect(read('q= fee &kind=faq&state=retired&owned=true&order=uses')).toEqual({ q: 'fee', kind: 'faq', state: 'retired', owned: true, order: 'uses' });
    expect(read('kind=poem&category=1&owned=false&order=x&waiting=')).toEqual({});
});

it('asks the server for the same', () => expect(listInput(read('q=fee&owned=true'), 'me')).toEqual({ text: 'fee', ownerId: 'me', order: 'changed' }));

it('counts filters, not the text and the order', () => expect(filterCount(read('q=x&order=title&kind=faq&behind=true'))).toBe(2));
