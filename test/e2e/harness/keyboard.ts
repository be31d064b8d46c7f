import type { Locator, Page } from 'playwright-core';

const hasFocus = (locator: Locator): Promise<boolean> => locator.evaluateAll(elements => elements.some(each => each === document.activeElement));

/**
 * Goes to something with the Tab key, or with another one, as somebody does who has no mouse.
 * @throws if it is not reached within `most` steps
 */
export const stepTo = async (page: Page, target: Locator, key = 'Tab', most = 80): Promise<void> => {
    for (let step = 0; step < most; step++) {
        if (await hasFocus(target)) {
            return;
        }
        await page.keyboard.press(key);
    }
    throw new Error(`${most} times ${key} did not lead to ${target}.`);
};

/** Presses keys one after the other, as fast as the page takes them. */
export const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
    for (const each of keys) {
        await page.keyboard.press(each);
    }
};

/** A digit on the number pad while Num Lock is on: another key than the digit above the letters, with the same character. */
export const pressOnNumberPad = async (page: Page, digit: string): Promise<void> => {
    const session = await page.context().newCDPSession(page);
    const key = { key: digit, code: `Numpad${digit}`, windowsVirtualKeyCode: 96 + Number(digit), location: 3, isKeypad: true };
    await session.send('Input.dispatchKeyEvent', { ...key, type: 'keyDown', text: digit });
    await session.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp' });
    await session.detach();
};
