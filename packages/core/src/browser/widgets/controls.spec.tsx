import * as React from '@theia/core/shared/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { click, pause, press, renderWidget, type, type Rendered } from '../testing/render-widget';
import { Button } from './button';
import { RadioGroup } from './choice';
import { Combobox } from './combobox';
import { Dialog } from './dialog';
import { Field, FormErrors, useProblems } from './field';
import { Menu } from './menu';
import { Tabs } from './tabs';
import { NumberField, TextField } from './text-field';

let rendered: Rendered;
const show = async (content: React.ReactElement): Promise<HTMLElement> => (rendered = await renderWidget(content)).element;
afterEach(() => rendered.unmount());

describe('a field', () => {
    it('ties label, help and error to its control', async () => {
        const element = await show(<Field label='Name' help='As in the passport' error='This is needed.' required><TextField value='' onChange={() => { }} /></Field>);
        const input = element.querySelector('input')!;
        expect(element.querySelector('label')!.htmlFor).toBe(input.id);
        expect(input.getAttribute('aria-invalid')).toBe('true');
        expect(input.getAttribute('aria-describedby')!.split(' ').map(id => document.getElementById(id)!.textContent)).toEqual(['As in the passport', 'This is needed.']);
    });

    it('shows the problems of an INVALID answer beside the fields and the others above', async () => {
        const error = { code: 'INVALID', data: { problems: [{ path: 'name', code: 'missing' }, { path: 'csv', code: 'unknown-column', detail: { column: 'Shoe' } }] } };
        const Form = (): React.ReactElement => {
            const problem = useProblems(error);
            return <><FormErrors error={error} fields={['name']} /><output>{problem('name')}</output></>;
        };
        const element = await show(<Form />);
        expect(element.querySelector('output')!.textContent).toBe('This is needed.');
        expect([...element.querySelectorAll('li')].map(each => each.textContent)).toEqual(['Nobody knows the column "Shoe". Rename or remove it.']);
    });
});

describe('a number field', () => {
    it('reads what people write and steps by the arrow keys within its limits', async () => {
        const given: (number | null)[] = [];
        const Own = (): React.ReactElement => {
            const [value, setValue] = React.useState<number | null>(9);
            return <NumberField value={value} min={0} max={10} onChange={next => { given.push(next); setValue(next); }} />;
        };
        const input = (await show(<Own />)).querySelector('input')!;
        await press(input, 'ArrowUp');
        await press(input, 'ArrowUp');
        await type(input, '７,5');
        await type(input, '11');
        await type(input, 'many');
        expect(given).toEqual([10, 10, 7.5, null, null]);
        expect(input.value).toBe('many');
    });
});

describe('a combobox', () => {
    it('finds, moves by arrows and chooses by Enter', async () => {
        const search = vi.fn(async (text: string) => ['Anna', 'Ben', 'Clara'].filter(each => each.toLowerCase().includes(text)));
        const onChange = vi.fn();
        const element = await show(<Combobox<string> value={null} onChange={onChange} search={search} keyOf={each => each} labelOf={each => each} label='Person' />);
        const input = element.querySelector('input')!;
        await type(input, 'a');
        await pause(220);
        expect(search).toHaveBeenLastCalledWith('a', expect.anything());
        const options = [...document.querySelectorAll('[role="option"]')];
        expect(options.map(each => each.textContent)).toEqual(['Anna', 'Clara']);
        await press(input, 'ArrowDown');
        expect(document.getElementById(input.getAttribute('aria-activedescendant')!)!.textContent).toBe('Clara');
        await press(input, 'Enter');
        expect(onChange).toHaveBeenCalledWith('Clara');
        expect(document.querySelector('[role="listbox"]')).toBeNull();
    });
});

describe('a menu', () => {
    it('opens at its first entry, moves by arrows and letters, and gives the focus back', async () => {
        const run = vi.fn();
        const element = await show(<Menu label='More' items={[{ label: 'Archive', run: () => { } }, { kind: 'separator' }, { label: 'Copy', disabled: true, run }, { label: 'Remove', run }]}><Button>More</Button></Menu>);
        const button = element.querySelector('button')!;
        await click(button);
        expect(document.activeElement!.textContent).toBe('Archive');
        await press(document.activeElement!, 'ArrowDown');
        expect(document.activeElement!.textContent).toBe('Remove');
        await press(document.activeElement!, 'a');
        expect(document.activeElement!.textContent).toBe('Archive');
        await press(document.activeElement!, 'r');
        await click(document.activeElement!);
        expect(run).toHaveBeenCalledOnce();
        expect(document.activeElement).toBe(button);
        expect(document.querySelector('[role="menu"]')).toBeNull();
    });
});

describe('a dialog', () => {
    it('keeps the focus inside, closes by Escape and gives the focus back', async () => {
        const Own = (): React.ReactElement => {
            const [open, setOpen] = React.useState(false);
            return <><button type='button' id='opener' onClick={() => setOpen(true)}>Open</button>
                {open && <Dialog title='Add' onClose={() => setOpen(false)} footer={<Button id='last'>Save</Button>}><TextField id='first' value='' onChange={() => { }} /></Dialog>}</>;
        };
        const element = await show(<Own />);
        const opener = element.querySelector<HTMLElement>('#opener')!;
        opener.focus();
        await click(opener);
        expect(document.activeElement!.id).toBe('first');
        document.getElementById('last')!.focus();
        await press(document.activeElement!, 'Tab');
        expect(document.activeElement!.getAttribute('aria-label')).toBe('Close');
        await press(document.activeElement!, 'Tab', { shiftKey: true });
        expect(document.activeElement!.id).toBe('last');
        await press(document.activeElement!, 'Escape');
        expect(document.querySelector('[role="dialog"]')).toBeNull();
        expect(document.activeElement).toBe(opener);
    });

    it('takes Escape and Tab also when the control with the focus has gone', async () => {
        const onClose = vi.fn();
        await show(<Dialog title='Done' onClose={onClose}>text</Dialog>);
        (document.activeElement as HTMLElement).blur();
        await press(document.body, 'Tab');
        expect(document.activeElement!.getAttribute('aria-label')).toBe('Close');
        (document.activeElement as HTMLElement).blur();
        await press(document.body, 'Escape');
        expect(onClose).toHaveBeenCalledOnce();
    });
});

describe('choices', () => {
    it('in tabs change by the arrow keys, round the end', async () => {
        const onChange = vi.fn();
        const element = await show(<Tabs label='Views' value='c' onChange={onChange} tabs={[{ id: 'a', label: 'A' }, { id: 'b', label: 'B' }, { id: 'c', label: 'C' }]}>text</Tabs>);
        await press(element.querySelector('[aria-selected="true"]')!, 'ArrowRight');
        await press(element.querySelector('[aria-selected="true"]')!, 'ArrowLeft');
        expect(onChange.mock.calls).toEqual([['a'], ['b']]);
    });
    it('in radio buttons are named by the field around them', async () => {
        const onChange = vi.fn();
        const element = await show(<Field label='Reach' group><RadioGroup value='own' onChange={onChange} options={[{ value: 'own', label: 'Own' }, { value: 'all', label: 'All', detail: 'Everything' }]} /></Field>);
        const group = element.querySelector('[role="radiogroup"]')!;
        expect(document.getElementById(group.getAttribute('aria-labelledby')!)!.textContent).toBe('Reach');
        await click(group.querySelectorAll('input')[1]!);
        expect(onChange).toHaveBeenCalledWith('all');
    });
    it('of a busy button are not taken twice', async () => {
        const onClick = vi.fn();
        const element = await show(<Button busy onClick={onClick}>Save</Button>);
        await click(element.querySelector('button')!);
        expect(onClick).not.toHaveBeenCalled();
    });
});
