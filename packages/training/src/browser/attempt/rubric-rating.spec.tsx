import { click, press, type Rendered, renderWidget, type } from '@earshot/core/lib/browser/testing/render-widget';
import * as React from '@theia/core/shared/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Criterion } from '../../common/question/question';
import type { RubricRatings } from '../../common/question/rubric';
import { RubricRating } from './rubric-rating';

const criterion = (id: string, critical = false): Criterion => ({ id, text: `Criterion ${id}`, weight: 1, critical, levels: ['none', 'some', 'all'].map((text, points) => ({ id: text, points, text: `${id} ${text}` })) });
const criteria = [criterion('a'), criterion('b', true)];

let rendered: Rendered;
let ratings: RubricRatings;
afterEach(() => rendered.unmount());

function Marked(): React.ReactElement {
    const [value, setValue] = React.useState<RubricRatings>({});
    ratings = value;
    return <RubricRating criteria={criteria} ratings={value} points={10} onRatings={setValue} />;
}
const show = async (): Promise<void> => { rendered = await renderWidget(<Marked />); };
const radios = (place: number): readonly HTMLInputElement[] => [...rendered.element.querySelectorAll<HTMLInputElement>(`[data-criterion="${place}"] input`)];
const said = (): string => rendered.element.querySelector('[role="status"]')!.textContent!;

describe('a rubric that is marked by', () => {
    it('takes a digit for the level, and goes on to the next criterion', async () => {
        await show();
        radios(0)[0]!.focus();
        await press(radios(0)[0]!, '3');
        expect(ratings).toEqual({ a: { value: 'all' } });
        expect(document.activeElement).toBe(radios(1)[0]);
        expect(said()).toContain('1 of 2');
        await press(radios(1)[0]!, '9');
        expect(Object.keys(ratings)).toEqual(['a']);
        await press(radios(1)[0]!, '2');
        expect(said()).toContain('7.5');
    });
    it('tells that a failed critical criterion takes everything', async () => {
        await show();
        await click(radios(0)[2]!);
        await click(radios(1)[0]!);
        expect(said()).toMatch(/^0 of 10/u);
        expect(rendered.element.textContent).toContain('Critical, failed');
    });
    it('keeps what is said about a criterion, in which digits are text', async () => {
        await show();
        const comment = rendered.element.querySelector<HTMLTextAreaElement>('textarea')!;
        await type(comment, 'Short');
        await press(comment, '1');
        expect(ratings).toEqual({ a: { value: null, comment: 'Short' } });
        await click(radios(0)[1]!);
        await type(comment, '');
        expect(ratings).toEqual({ a: { value: 'some' } });
    });
});
