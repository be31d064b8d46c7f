import { expect, it } from 'vitest';
import { loggableQuery } from './loggable-query';

it('gives one form to what was asked in different ways', () => {
    expect(loggableQuery('  临时额度　ＰＯＳ ')).toBe('临时额度 pos');
    expect(loggableQuery('Refund\tTIME')).toBe('refund time');
});

it('keeps nothing that looks like a number or an address of a customer', () => {
    expect(loggableQuery('卡号 6222 0210-0112 3456 挂失')).toBe('卡号 # 挂失');
    expect(loggableQuery('anna.okafor@example.org refund +44 (0)20 7946 0018')).toBe('@ refund +#');
    expect(loggableQuery('身份证 11010119900307721X')).toBe('身份证 #');
    expect(loggableQuery('fee 2026-11-22')).toBe('fee #');
});

it('keeps small numbers and cuts what is long', () => {
    expect(loggableQuery('cc-cmm 168 items')).toBe('cc-cmm 168 items');
    expect(loggableQuery('额'.repeat(500))).toHaveLength(100);
});
