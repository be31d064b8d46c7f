import { expect, it } from 'vitest';
import { inOrderOfReference } from './table-order';

it('puts a table after those that it refers to', () => {
    expect(inOrderOfReference(['answer', 'form', 'person'], [{ table: 'answer', target: 'form' }, { table: 'form', target: 'person' }])).toEqual(['person', 'form', 'answer']);
});
it('breaks a circle where it hurts least, and does not mind references to itself or to what is not there', () => {
    const references = [
        { table: 'team', target: 'person' }, { table: 'person', target: 'team' }, { table: 'team', target: 'team' },
        { table: 'role', target: 'elsewhere' }, { table: 'access', target: 'person' }, { table: 'absence', target: 'access' }
    ];
    expect(inOrderOfReference(['access', 'absence', 'team', 'role', 'person'], references)).toEqual(['person', 'access', 'absence', 'role', 'team']);
});
