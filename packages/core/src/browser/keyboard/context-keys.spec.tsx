import { afterEach, describe, expect, it } from 'vitest';
import { EarshotContextKeyService } from './earshot-context-key-service';

const element = (html: string): HTMLElement => {
    document.body.innerHTML = html;
    return document.body.querySelector<HTMLElement>('[data-here]')!;
};

describe('context keys', () => {
    const keys = new EarshotContextKeyService();
    afterEach(() => { document.body.innerHTML = ''; });

    it.each([
        ['<input data-here>', true], ['<input type="search" data-here>', true], ['<textarea data-here></textarea>', true],
        ['<div contenteditable="true"><p data-here></p></div>', true], ['<select data-here></select>', true], ['<div role="textbox" data-here></div>', true],
        ['<input type="checkbox" data-here>', false], ['<input type="radio" data-here>', false], ['<button data-here></button>', false], ['<div tabindex="0" data-here></div>', false]
    ])('digits and M stay text in %s: %s', (html, stays) => {
        expect(keys.match('!inputFocus', element(html))).toBe(!stays);
    });

    it('leave the arrows to what moves by them', () => {
        expect(keys.match('!arrowsTaken', element('<div role="tree"><span role="treeitem" data-here></span></div>'))).toBe(false);
        expect(keys.match('!arrowsTaken', element('<section data-here></section>'))).toBe(true);
    });

    it('know that a dialog is open', () => {
        const here = element('<div data-here></div><div role="dialog" aria-modal="true"></div>');
        expect(keys.match('!dialogOpen', here)).toBe(false);
    });

    it('can be set, reset and overlaid', () => {
        const page = keys.createKey<string>('page', 'home');
        expect(keys.match("page == 'home'")).toBe(true);
        page.set('quality.evaluate');
        expect(keys.match("page == 'home'")).toBe(false);
        expect(keys.with({ page: 'home' }, () => keys.match("page == 'home'"))).toBe(true);
        expect(keys.createOverlay([['page', 'home']]).match("page == 'home'")).toBe(true);
        page.reset();
        expect(page.get()).toBe('home');
    });

    it('are overridden by the scope of the nearest element', () => {
        const here = element('<div id="scope"><button data-here></button></div>');
        const scope = keys.createScoped(document.getElementById('scope')!);
        scope.setContext('page', 'inner');
        expect(keys.match("page == 'inner'", here)).toBe(true);
        expect([...keys.getLocalContextKeys(here)]).toEqual(['page']);
        scope.dispose();
        expect(keys.match("page == 'inner'", here)).toBe(false);
    });

    it('never match what cannot be read', () => expect(keys.match('a =~ /x/')).toBe(false));
});
