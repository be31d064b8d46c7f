import { expect, it } from 'vitest';
import { ChangeQueue } from './change-queue';

it('takes what was just changed before what is being caught up with, each once', () => {
    const queue = new ChangeQueue<string>();
    queue.behind('articles', ['1', '2', '3']);
    queue.changed('scripts', ['a']);
    queue.changed('articles', ['9', '9']);
    expect(queue.size).toBe(5);
    expect(queue.take(2)).toEqual({ source: 'scripts', ids: ['a'] });
    expect(queue.take(2)).toEqual({ source: 'articles', ids: ['9'] });
    expect(queue.take(2)).toEqual({ source: 'articles', ids: ['1', '2'] });
    queue.changed('articles', ['1']);
    expect(queue.take(2)).toEqual({ source: 'articles', ids: ['1'] });
    expect(queue.take(2)).toEqual({ source: 'articles', ids: ['3'] });
    expect(queue.take(2)).toBeUndefined();
});
