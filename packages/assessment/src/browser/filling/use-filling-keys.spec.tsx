import * as React from '@theia/core/shared/react';
import { type PageKey, PageKeyService } from '@earshot/core/lib/browser/keyboard';
import { renderWidget } from '@earshot/core/lib/browser/testing/render-widget';
import { expect, it } from 'vitest';
import { filledForm } from './testing/filling-page';
import { useFillingKeys } from './use-filling-keys';

function Around(): React.ReactElement {
    useFillingKeys(filledForm, React.useRef(null));
    return <></>;
}

it('leaves M to the recording, which lists it itself, and asks for as many digits as there are answers', async () => {
    let listed: readonly PageKey[] = [];
    const rendered = await renderWidget(<Around />, { services: [[PageKeyService, { register: (keys: readonly PageKey[]) => { listed = keys; return { dispose: () => { } }; } }]] });
    expect(listed.flatMap(each => each.keys)).toEqual(['1', '2', '3', 'n', '0', 'c', 'h', 'up', 'down', 'enter']);
    await rendered.unmount();
});
