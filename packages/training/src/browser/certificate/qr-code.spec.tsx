import { renderWidget } from '@earshot/core/lib/browser/testing/render-widget';
import * as React from '@theia/core/shared/react';
import decodeQR from 'qr/decode.js';
import { expect, it } from 'vitest';
import { modulePath, QrCode } from './qr-code';

/** The picture as a camera would give it: each module so many pixels wide. */
const pictureOf = (text: string, pixels = 4) => {
    const { path, width } = modulePath(text);
    const [height, size] = [width * pixels, width * pixels];
    const data = new Uint8Array(size * height * 4).fill(255);
    for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h/g)) {
        for (let row = 0; row < pixels; row++) {
            for (let column = 0; column < pixels; column++) {
                data.fill(0, ((Number(y) * pixels + row) * size + Number(x) * pixels + column) * 4, ((Number(y) * pixels + row) * size + Number(x) * pixels + column) * 4 + 3);
            }
        }
    }
    return { width: size, height, data };
};

it('is read again by a reader of such codes', () => {
    const address = 'https://earshot.example.com/verify#7KQ2-M9XD-4TPA-W3HN-6BFE-C';
    expect(decodeQR(pictureOf(address))).toBe(address);
});

it('says what it is to whoever cannot see it', async () => {
    const { element, unmount } = await renderWidget(<QrCode text='https://example.com/verify#A' label='Leads to the verification' />);
    expect(element.querySelector('[role=img]')?.getAttribute('aria-label')).toBe('Leads to the verification');
    await unmount();
});
