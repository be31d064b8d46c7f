import { describe, expect, it } from 'vitest';
import { loggableQuery } from './loggable-query';
import { reformulationOf } from './reformulation';

const of = (before: string, after: string) => {
    const found = reformulationOf(loggableQuery(before), loggableQuery(after));
    return found && [found.from, found.to];
};

describe('a reformulation', () => {
    it.each([
        ['Lost card abroad', 'missing card abroad', 'lost', 'missing'], ['chargeback', 'Dispute', 'chargeback', 'dispute'], ['how to stop a card', 'how to block a card', 'stop', 'block'],
        ['信用卡丢失', '信用卡挂失', '丢失', '挂失'], ['开通网银', '开通网上银行', '网银', '网上银行'], ['UK 汇款', '英国 汇款', 'uk', '英国']
    ])('%s, then %s: other words for the same', (before, after, from, to) => expect(of(before, after)).toEqual([from, to]));

    it.each([
        ['adds something', 'card', 'card abroad'], ['leaves something out', 'lost card abroad', 'lost card'], ['goes on typing', 'refu', 'refund'], ['is the same', 'Refund', 'refund '], ['mends a typing mistake', 'refnud', 'refund'],
        ['had the number of a customer', '6222 0213 4567', 'balance'], ['had an address', 'mail to anna@example.org', 'mail to customer'], ['tells a story', 'a '.repeat(40), 'refund']
    ])('is none where it %s', (_, before, after) => expect(of(before, after)).toBeUndefined());
});
