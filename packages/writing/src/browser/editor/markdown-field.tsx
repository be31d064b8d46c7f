import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown, markdownKeymap } from '@codemirror/lang-markdown';
import { defaultHighlightStyle, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { LinkTitles } from '../../common/markdown/render-markdown';
import { markdownFromHtml } from '../markdown/from-html';
import { linkTargets, setTitles } from './link-targets';
import type { MarkdownEdit, MarkdownSelection } from './markdown-edit';

/** What the toolbar and comments need of a field. */
export interface MarkdownHandle {
    selection(): MarkdownSelection;
    apply(edit: MarkdownEdit): void;
    /** Selects a passage and brings it into sight. */
    show(from: number, to: number): void;
}

export interface MarkdownFieldProps {
    readonly value: string;
    onChange(value: string): void;
    readonly label: string;
    readonly language: string;
    readonly readOnly?: boolean;
    /** What linked entities are called: shown in place of their addresses. */
    readonly titles?: LinkTitles;
    readonly handle?: React.MutableRefObject<MarkdownHandle | null>;
    onSelect?(selection: MarkdownSelection): void;
    onKey?(tool: 'bold' | 'italic' | 'link'): void;
    /** Files were pasted or dropped; the cursor stands where they belong. */
    onFiles?(files: readonly File[]): void;
}

/** Headings, emphasis and the like look like what they are; colours come from the theme. */
const looks = EditorView.theme({
    '&': { color: 'var(--e-ink)', backgroundColor: 'var(--e-surface)', fontSize: 'var(--e-text-md)' },
    '&.cm-focused': { outline: '2px solid var(--e-focus)', outlineOffset: '1px' },
    '.cm-content': { fontFamily: 'var(--e-font)', lineHeight: '1.6', padding: 'var(--e-space-3)', caretColor: 'var(--e-ink)', minHeight: '7em' },
    '.cm-cursor': { borderLeftColor: 'var(--e-ink)' },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'var(--e-selected)' }
});
const writing = HighlightStyle.define(defaultHighlightStyle.specs.map(each => ({ ...each, color: undefined })));

/** HTML and word processors' text come in as Markdown; a plain address over a selection becomes a link. */
function pasted(view: EditorView, data: DataTransfer): boolean {
    const html = data.getData('text/html');
    const plain = data.getData('text/plain').trim();
    const { from, to } = view.state.selection.main;
    const selected = view.state.sliceDoc(from, to);
    const insert = html && /<(p|h[1-6]|li|table|b|strong|em|i|a)\b/i.test(html) ? markdownFromHtml(html) : /^https?:\/\/\S+$/.test(plain) && selected ? `[${selected}](${plain})` : undefined;
    if (!insert) {
        return false;
    }
    view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length }, userEvent: 'input.paste', scrollIntoView: true });
    return true;
}

/** A field for Markdown: CodeMirror, with what is pasted made Markdown. */
export function MarkdownField({ value, onChange, label, language, readOnly = false, handle, titles, onSelect, onKey, onFiles }: MarkdownFieldProps): React.ReactElement {
    const place = React.useRef<HTMLDivElement>(null);
    const view = React.useRef<EditorView | null>(null);
    const latest = React.useRef({ onChange, onSelect, onKey, onFiles });
    latest.current = { onChange, onSelect, onKey, onFiles };
    const beginning = React.useRef({ value, label, language });
    React.useEffect(() => {
        const tool = (name: 'bold' | 'italic' | 'link') => () => {
            latest.current.onKey?.(name);
            return true;
        };
        const selectionOf = (state: EditorState): MarkdownSelection => ({ text: state.doc.toString(), from: state.selection.main.from, to: state.selection.main.to });
        const takenIn = ({ files }: DataTransfer): boolean => {
            if (!files?.length || !latest.current.onFiles) {
                return false;
            }
            latest.current.onFiles([...files]);
            return true;
        };
        const created = view.current = new EditorView({
            parent: place.current!,
            state: EditorState.create({
                doc: beginning.current.value, extensions: [
                    history(), markdown({ completeHTMLTags: false }), syntaxHighlighting(writing), EditorView.lineWrapping, looks, linkTargets, EditorState.readOnly.of(readOnly),
                    keymap.of([{ key: 'Mod-b', run: tool('bold') }, { key: 'Mod-i', run: tool('italic') }, { key: 'Mod-Shift-k', run: tool('link') }, ...markdownKeymap, ...historyKeymap, ...defaultKeymap]),
                    EditorView.contentAttributes.of({ 'aria-label': beginning.current.label, lang: beginning.current.language, spellcheck: 'true', ...readOnly ? { 'aria-readonly': 'true' } : {} }),
                    EditorView.domEventHandlers({
                        paste: (event, editor) => {
                            // A word processor offers its text as a picture, too: the text goes first.
                            if (event.clipboardData && !readOnly && (pasted(editor, event.clipboardData) || takenIn(event.clipboardData))) {
                                event.preventDefault();
                                return true;
                            }
                            return false;
                        },
                        drop: (event, editor) => {
                            if (!event.dataTransfer?.files.length || readOnly || !latest.current.onFiles) {
                                return false;
                            }
                            event.preventDefault();
                            const at = editor.posAtCoords({ x: event.clientX, y: event.clientY });
                            if (at !== null) {
                                editor.dispatch({ selection: { anchor: at } });
                            }
                            return takenIn(event.dataTransfer);
                        }
                    }),
                    EditorView.updateListener.of(update => {
                        if (update.docChanged) { latest.current.onChange(update.state.doc.toString()); }
                        if (update.selectionSet || update.docChanged) { latest.current.onSelect?.(selectionOf(update.state)); }
                    })
                ]
            })
        });
        if (handle) {
            handle.current = {
                selection: () => selectionOf(created.state),
                apply: edit => {
                    created.dispatch({ changes: { from: edit.from, to: edit.to, insert: edit.insert }, selection: { anchor: edit.select.from, head: edit.select.to }, scrollIntoView: true, userEvent: 'input' });
                    created.focus();
                },
                show: (from, to) => {
                    created.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
                    created.focus();
                }
            };
        }
        return () => {
            created.destroy();
            view.current = null;
            if (handle) {
                handle.current = null;
            }
        };
    }, [readOnly, handle]);
    React.useEffect(() => {
        const current = view.current;
        if (current && current.state.doc.toString() !== value) {
            current.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: value } });
        }
    }, [value]);
    React.useEffect(() => { view.current?.dispatch({ effects: setTitles.of(titles ?? new Map()) }); }, [titles, readOnly]);
    return <div ref={place} className='w-markdown-field' title={readOnly ? nls.localize('earshot/writing/editor/read-only', 'Only a draft can be edited.') : undefined} />;
}

