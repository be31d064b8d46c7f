import { describe, expect, it } from 'vitest';
import { gapAt } from './card-dragging';

describe('the gap under the pointer', () => {
    it('lies before or after what is hovered, and only where the dragged thing fits', () => {
        const [aQuestion, aSection] = [{ section: 0, question: 0 }, { section: 1 }];
        expect([gapAt(aQuestion, { section: 1, question: 2 }, false), gapAt(aQuestion, { section: 1, question: 2 }, true), gapAt(aQuestion, { section: 1 }, false, 4), gapAt(aQuestion, { section: 1 }, true, 4)])
            .toEqual([{ section: 1, question: 2 }, { section: 1, question: 3 }, { section: 1, question: 0 }, { section: 1, question: 4 }]);
        expect([gapAt(aSection, { section: 0 }, false), gapAt(aSection, { section: 0 }, true), gapAt(aSection, { section: 0, question: 1 }, true), gapAt(aQuestion, {}, true)]).toEqual([{ section: 0 }, { section: 1 }, undefined, undefined]);
    });
});
