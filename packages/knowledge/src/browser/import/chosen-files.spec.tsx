import { renderWidget, type Rendered } from '@earshot/core/lib/browser/testing/render-widget';
import { FileDrop, type PlacedFile } from '@earshot/core/lib/browser/widgets';
import * as React from '@theia/core/shared/react';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, expect, it, vi } from 'vitest';
import { asOneFile } from './chosen-files';

let rendered: Rendered | undefined;
afterEach(() => rendered?.unmount());

const text = (name: string, content: string): File => Object.assign(new File([content], name), { arrayBuffer: () => Promise.resolve(new TextEncoder().encode(content).buffer) });
const entry = (file: File) => ({ isDirectory: false, name: file.name, file: (take: (file: File) => void) => take(file) });
/** Gives its entries one at a time, as browsers give them in batches. */
const folder = (name: string, entries: readonly object[]) => ({ isDirectory: true, name, createReader: () => { const left = [...entries]; return { readEntries: (take: (batch: object[]) => void) => take(left.splice(0, 1)) }; } });

it('takes folders that are dropped, with where their files stand', async () => {
    const onFiles = vi.fn<(files: readonly File[], placed: readonly PlacedFile[]) => void>();
    rendered = await renderWidget(<FileDrop label='Files' choose='Choose' chooseFolder='Folder' drop='or drop' accept='.md' multiple onFiles={onFiles} />);
    const tree = folder('docs', [entry(text('a.md', 'A')), entry(text('.DS_Store', '')), folder('cards', [entry(text('a.md', 'B')), entry(text('b.md', 'C'))])]);
    const event = Object.assign(new Event('drop', { bubbles: true }), { dataTransfer: { items: [{ kind: 'file', webkitGetAsEntry: () => tree }], files: [text('docs', '')], types: ['Files'] } });
    rendered.element.querySelector('.e-drop')!.dispatchEvent(event);
    await vi.waitFor(() => expect(onFiles).toHaveBeenCalledOnce(), { timeout: 10_000 });
    const placed = onFiles.mock.calls[0]![1];
    expect(placed.map(each => each.path)).toEqual(['docs/a.md', 'docs/cards/a.md', 'docs/cards/b.md']);
    expect(rendered.element.querySelectorAll('input[webkitdirectory]')).toHaveLength(1);
});

it('sends all of several files, whatever they are called', async () => {
    const placed = [['a.md', 'one'], ['a.md', 'two'], ['docs/a.md', 'three'], ['a.md', 'four']].map(([path, content]) => ({ path: path!, file: text('a.md', content!) }));
    const sent = await asOneFile(placed, 'Four');
    expect(sent.name).toBe('Four.zip');
    const bytes = await new Promise<ArrayBuffer>((resolve, reject) => {
        const reader = new FileReader();
        reader.onload = () => resolve(reader.result as ArrayBuffer);
        reader.onerror = reject;
        reader.readAsArrayBuffer(sent);
    });
    const files = Object.fromEntries(Object.entries(unzipSync(new Uint8Array(bytes))).map(([path, content]) => [path, strFromU8(content)]));
    expect(files).toEqual({ 'a.md': 'one', '2/a.md': 'two', 'docs/a.md': 'three', '3/a.md': 'four' });
});
