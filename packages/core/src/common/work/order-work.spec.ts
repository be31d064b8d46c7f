import { expect, it } from 'vitest';
import type { WorkItem } from '../house-contract';
import { orderWork } from './order-work';

const item = (title: string, dueAt: string | null, since: string): WorkItem => ({ kind: 'evaluation', title, detail: {}, link: 'earshot:/', dueAt, since });

it('puts the oldest duty first, whatever time zone it is written in', () => {
    const items = [
        item('waits', null, '2026-11-02T00:00:00Z'), item('tomorrow', '2026-11-22T00:00:00+08:00', '2026-11-20T00:00:00Z'), item('waits longer', null, '2026-11-01T00:00:00Z'),
        item('overdue', '2026-11-01T00:00:00Z', '2026-10-01T00:00:00Z'), item('later that day', '2026-11-21T17:00:00Z', '2026-11-19T00:00:00Z')
    ];
    expect(orderWork(items).map(each => each.title)).toEqual(['overdue', 'tomorrow', 'later that day', 'waits longer', 'waits']);
});
