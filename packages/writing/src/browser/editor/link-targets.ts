import { type EditorState, type Extension, RangeSetBuilder, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import type { LinkTitles } from '../../common/markdown/render-markdown';

const target = /(?<=\]\()(?:earshot:\/[a-z-]+\/[a-z-]+\/|attachment:)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=\))/g;

export const setTitles = StateEffect.define<LinkTitles>();

class TargetWidget extends WidgetType {
    constructor(private readonly title: string) { super(); }

    override eq(other: TargetWidget): boolean {
        return other.title === this.title;
    }

    override toDOM(): HTMLElement {
        const element = document.createElement('span');
        element.className = 'w-link-target';
        element.textContent = `→ ${this.title}`;
        return element;
    }
}

interface Targets { readonly titles: LinkTitles; readonly marks: DecorationSet }

function marksOf(state: EditorState, titles: LinkTitles): DecorationSet {
    const builder = new RangeSetBuilder<Decoration>();
    for (const match of state.doc.toString().matchAll(target)) {
        builder.add(match.index, match.index + match[0].length, Decoration.replace({ widget: new TargetWidget(titles.get(match[0]) ?? '…') }));
    }
    return builder.finish();
}

const field = StateField.define<Targets>({
    create: state => ({ titles: new Map(), marks: marksOf(state, new Map()) }),
    update: (value, transaction) => {
        const titles = transaction.effects.find(each => each.is(setTitles))?.value ?? value.titles;
        return transaction.docChanged || titles !== value.titles ? { titles, marks: marksOf(transaction.state, titles) } : value;
    },
    provide: own => [EditorView.decorations.from(own, ({ marks }) => marks), EditorView.atomicRanges.of(view => view.state.field(own).marks)]
});

/** In place of the address of a linked entity or a file stands its name; the address cannot be broken by typing into it. */
export const linkTargets: Extension = field;
