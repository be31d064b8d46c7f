import * as React from '@theia/core/shared/react';
import { createPortal } from '@theia/core/shared/react-dom';
import { nls } from '@theia/core/lib/common/nls';
import { filterItems, QuickInputHideReason, QuickPickItem, QuickPickSeparator, type Match } from '@theia/core/lib/common/quick-pick-service';
import { KeybindingRegistry } from '@theia/core/lib/browser/keybinding';
import { useService } from '../application/context';
import { useStore } from '../application/store';
import { keepTabInside, useModal } from '../widgets/dialog';
import { Icon } from '../widgets/icon';
import { EarshotQuickInputService } from './earshot-quick-input-service';
import type { InputSession, PickSession, QuickSession } from './quick-sessions';

/** The box over the page, whenever something is asked with it. */
export function QuickInputView(): React.ReactElement | null {
    const session = useStore(useService(EarshotQuickInputService).session);
    return session ? <QuickBox key={session.kind} session={session} /> : null;
}

function QuickBox({ session }: { readonly session: QuickSession }): React.ReactElement {
    const box = React.useRef<HTMLDivElement>(null);
    useModal(box);
    useStore(session.revision);
    return createPortal(<div className='e-quick-layer' onPointerDown={event => event.target === event.currentTarget && session.hide(QuickInputHideReason.Blur)}>
        <div ref={box} className='e-quick' role='dialog' aria-modal='true' aria-label={session.title ?? session.placeholder ?? nls.localize('earshot/core/quick/label', 'Find')} tabIndex={-1}
            onKeyDown={event => {
                keepTabInside(event);
                if (event.key === 'Escape') {
                    event.stopPropagation();
                    session.hide(QuickInputHideReason.Gesture);
                }
            }}>
            {session.title && <div className='e-quick-title'>{session.title}{session.totalSteps ? ` (${session.step}/${session.totalSteps})` : ''}</div>}
            {session.kind === 'pick' ? <PickView session={session} /> : <InputView session={session} />}
        </div>
    </div>, document.body);
}

function InputView({ session }: { readonly session: InputSession }): React.ReactElement {
    const id = React.useId();
    return <form onSubmit={event => { event.preventDefault(); session.accept(); }}>
        <input className='e-quick-input' data-autofocus type={session.password ? 'password' : 'text'} value={session.value} placeholder={session.placeholder} disabled={!session.enabled}
            aria-label={session.prompt ?? session.title ?? session.placeholder} aria-invalid={session.validationMessage ? true : undefined} aria-describedby={id} onChange={event => session.setValue(event.target.value)} />
        <p id={id} className={session.validationMessage ? 'e-quick-problem' : 'e-quick-prompt'} role={session.validationMessage ? 'alert' : undefined}>{session.validationMessage ?? session.prompt}</p>
    </form>;
}

const marked = (text: string, matches: readonly Match[] | undefined): React.ReactNode => {
    if (!matches?.length) {
        return text;
    }
    return matches.flatMap(({ start, end }, index) => [
        text.slice(index === 0 ? 0 : matches[index - 1]!.end, start), <mark key={start}>{text.slice(start, end)}</mark>, ...(index === matches.length - 1 ? [text.slice(end)] : [])
    ]);
};

function PickView({ session }: { readonly session: PickSession }): React.ReactElement {
    const keybindings = useService(KeybindingRegistry);
    const listId = React.useId();
    const [active, setActive] = React.useState(0);
    const shown = session.filtersItself ? session.items : filterItems([...session.items], session.value);
    const items = shown.filter((each): each is QuickPickItem => !QuickPickSeparator.is(each));
    const current = Math.min(active, Math.max(0, items.length - 1));
    React.useEffect(() => setActive(0), [session.value]);
    const activeItem = items[current];
    React.useEffect(() => { session.activeItems = activeItem ? [activeItem] : []; }, [session, activeItem]);
    const onKeyDown = (event: React.KeyboardEvent): void => {
        if (event.nativeEvent.isComposing) {
            return;
        }
        const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
        if (step !== undefined && items.length) {
            event.preventDefault();
            setActive(Math.abs(step) === 1 ? (current + step + items.length) % items.length : Math.max(0, Math.min(items.length - 1, current + step)));
        } else if (event.key === 'Enter') {
            event.preventDefault();
            session.confirm(items[current]);
        }
    };
    let index = -1;
    return <>
        <div className='e-quick-line'>
            <Icon name={session.busy ? 'loading' : 'search'} className={session.busy ? 'codicon-modifier-spin' : ''} />
            <input className='e-quick-input' data-autofocus type='text' role='combobox' aria-expanded='true' aria-controls={listId} aria-autocomplete='list' aria-activedescendant={items.length ? `${listId}-${current}` : undefined}
                aria-label={session.placeholder ?? session.title} value={session.value} placeholder={session.placeholder} disabled={!session.enabled} autoComplete='off' spellCheck={false}
                onChange={event => session.setValue(event.target.value)} onKeyDown={onKeyDown} />
        </div>
        <div id={listId} className='e-quick-list' role='listbox' aria-label={session.title ?? session.placeholder}>
            {shown.map((item, position) => {
                if (QuickPickSeparator.is(item)) {
                    return <div key={position} className='e-quick-heading' role='presentation'>{item.label}</div>;
                }
                const own = ++index;
                return <div key={position} id={`${listId}-${own}`} role='option' aria-selected={own === current} className='e-quick-item' onPointerMove={() => setActive(own)} onClick={() => session.accept(item)}
                    ref={element => { if (own === current) { element?.scrollIntoView?.({ block: 'nearest' }); } }}>
                    {item.iconClasses && <span className={`e-glyph ${item.iconClasses.join(' ')}`} aria-hidden='true' />}
                    <span className='e-quick-label'>{marked(item.label, item.highlights?.label)}</span>
                    {item.description && <span className='e-quick-description'>{marked(item.description, item.highlights?.description)}</span>}
                    {item.keySequence && <kbd className='e-kbd'>{keybindings.acceleratorForSequence(item.keySequence, '+').join(' ')}</kbd>}
                </div>;
            })}
        </div>
        <p className={items.length ? 'e-hidden' : 'e-quick-nothing'} role='status'>
            {items.length ? nls.localize('earshot/core/quick/results', 'Results: {0}', items.length) : session.busy ? nls.localize('earshot/core/combobox/searching', 'Searching…') : nls.localize('earshot/core/combobox/nothing', 'Nothing found.')}
        </p>
    </>;
}
