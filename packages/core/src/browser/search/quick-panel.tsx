import * as React from '@theia/core/shared/react';
import { createPortal } from '@theia/core/shared/react-dom';
import { nls } from '@theia/core/lib/common/nls';
import { useErrorText, useService } from '../application/context';
import { useStore } from '../application/store';
import { PageKeyService } from '../keyboard/page-keys';
import { EntityKinds } from '../quick-input/entity-kinds';
import { keepTabInside, useModal } from '../widgets/dialog';
import { Icon } from '../widgets/icon';
import { Keys } from '../widgets/page';
import { CallContexts } from './call-context';
import { PanelFilters } from './panel-filters';
import { inLanguage, type PanelEntry, panelGroups } from './panel-groups';
import { PanelOption } from './panel-option';
import { PanelPreview } from './panel-preview';
import { noFilter, type PanelSession } from './panel-session';
import { QuickPanelService } from './quick-panel-service';

/** Milliseconds after which a preview counts as read, rather than as passed on the way to another. */
const readAfter = 1500;

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 };

/** The panel over the page that finds anything, while it is open. */
export function QuickPanel(): React.ReactElement | null {
    const session = useStore(useService(QuickPanelService).panel);
    return session ? <OpenPanel session={session} /> : null;
}

function OpenPanel({ session }: { readonly session: PanelSession }): React.ReactElement {
    const panel = useService(QuickPanelService);
    const call = useService(CallContexts).current;
    const kinds = useService(EntityKinds);
    const keys = useService(PageKeyService);
    const errors = useErrorText();
    const box = React.useRef<HTMLDivElement>(null);
    useModal(box);
    const listId = React.useId();
    const text = useStore(session.text);
    const filter = useStore(session.filter);
    const found = useStore(session.found);
    const recent = useStore(panel.recent);
    const [activeKey, setActiveKey] = React.useState<string>();
    const [reading, setReading] = React.useState(false);
    const [language, setLanguage] = React.useState(0);
    const enterWaits = React.useRef(false);

    const current = found.text === text.trim();
    const groups = React.useMemo(() => panelGroups({ text: found.text, documents: found.findings?.rows ?? [], hits: found.hits, recent, pages: filter === noFilter ? panel.pages : [] }), [found, recent, filter, panel]);
    const entries = groups.flatMap(each => each.entries);
    const index = Math.max(0, entries.findIndex(each => each.key === activeKey));
    const listed = entries[index];
    const languages = listed?.type === 'document' ? listed.row.translations.length : 0;
    const meant = Math.min(language, languages);
    const active: PanelEntry | undefined = React.useMemo(() => listed && inOneLanguage(listed, meant), [listed, meant]);
    const read = reading && active?.type === 'document' ? active.row : undefined;
    const readKey = read?.link;
    React.useEffect(() => { session.opened = readKey ?? session.opened; }, [session, readKey]);
    React.useEffect(() => {
        const read = readKey !== undefined && setTimeout(() => panel.read(readKey), readAfter);
        return () => { if (read) { clearTimeout(read); } };
    }, [panel, readKey]);
    React.useEffect(() => {
        if (enterWaits.current && current && found.complete && active) {
            panel.open(active);
        }
    });

    const point = (key: string | undefined): void => {
        setActiveKey(key);
        setLanguage(0);
    };
    const type = (value: string): void => {
        if (value.startsWith('>')) {
            panel.showCommands(value);
        } else {
            point(undefined);
            enterWaits.current = false;
            session.type(value);
        }
    };
    const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>): void => {
        const { key } = event;
        const command = event.ctrlKey || event.metaKey;
        const input = event.currentTarget;
        const atEnd = input.selectionStart === input.value.length && input.selectionEnd === input.value.length;
        if (event.nativeEvent.isComposing || event.altKey) {
            return;
        }
        const step = steps[key];
        if (step !== undefined && entries.length) {
            point(entries[Math.abs(step) === 1 ? (index + step + entries.length) % entries.length : Math.max(0, Math.min(entries.length - 1, index + step))]!.key);
        } else if (key === 'Enter' && command) {
            if (active && call && current) {
                void panel.use(active, call);
            }
        } else if (key === 'Enter' && current && found.complete) {
            if (active) {
                panel.open(active);
            }
        } else if (key === 'Enter') {
            enterWaits.current = true;
        } else if (key === 'ArrowRight' && atEnd && active?.type === 'document') {
            setLanguage(reading ? Math.min(meant + 1, languages) : meant);
            setReading(true);
        } else if (key === 'ArrowLeft' && reading) {
            setLanguage(Math.max(0, meant - 1));
            setReading(meant > 0);
        } else if (command && ['k', 'p'].includes(key.toLowerCase()) && !event.shiftKey) {
            input.select();
        } else {
            return;
        }
        event.preventDefault();
    };

    const { findings } = found;
    const label = (id: string): string => id === 'recent' ? nls.localize('earshot/core/quick/opened-lately', 'Opened lately') : id === 'pages' ? nls.localize('earshot/core/quick/pages', 'Pages') : kinds.label(id);
    const placeholder = nls.localize('earshot/core/search/placeholder', 'Ask, or type a name, number or pinyin; > for commands');
    return createPortal(<div className='e-quick-layer' onPointerDown={event => event.target === event.currentTarget && panel.hide()}>
        <div ref={box} className={`e-quick e-find${read ? ' e-find-reading' : ''}`} role='dialog' aria-modal='true' aria-label={nls.localize('earshot/core/shell/find', 'Find anything')} tabIndex={-1}
            onKeyDown={event => {
                keepTabInside(event);
                if (event.key === 'Escape') {
                    event.stopPropagation();
                    panel.hide();
                }
            }}>
            <div className='e-quick-line'>
                <Icon name={current ? 'search' : 'loading'} className={current ? '' : 'codicon-modifier-spin'} />
                <input className='e-quick-input' data-autofocus type='text' role='combobox' aria-expanded={entries.length > 0} aria-controls={listId} aria-autocomplete='list' aria-activedescendant={active && `${listId}-${index}`}
                    aria-label={placeholder} placeholder={placeholder} value={text} maxLength={200} autoComplete='off' spellCheck={false} onChange={event => type(event.target.value)} onKeyDown={onKeyDown} />
            </div>
            {findings && <PanelFilters facets={findings.facets} filter={filter} onChoose={next => session.choose(next.categories.length + next.languages.length ? next : noFilter)} />}
            <div className='e-find-body'>
                <div id={listId} className='e-quick-list e-find-list' role='listbox' aria-label={nls.localize('earshot/core/search/results', 'What was found')}>
                    {groups.map(group => <div key={group.id} role='group' aria-labelledby={`${listId}-${group.id}`}>
                        <div id={`${listId}-${group.id}`} className='e-quick-heading' role='presentation'>{label(group.id)}</div>
                        {group.entries.map(entry => <PanelOption key={entry.key} id={`${listId}-${entries.indexOf(entry)}`} entry={entry} text={found.text} active={entry === listed} language={entry === listed ? meant : 0}
                            onPoint={() => { if (entry !== listed) { point(entry.key); } }} onOpen={() => panel.open(entry === listed && active ? active : entry)} onOpenIn={place => panel.open(inOneLanguage(entry, place))} />)}
                    </div>)}
                </div>
                {read && <PanelPreview kind={read.kind} id={read.id} text={found.text} />}
            </div>
            {found.problem !== undefined && <p className='e-quick-problem' role='alert'>{errors.describe(found.problem)}</p>}
            <p className={entries.length ? 'e-hidden' : 'e-quick-nothing'} role='status'>{statusOf(current, entries.length)}</p>
            <footer className='e-find-foot'>
                {findings?.building && <span>{nls.localize('earshot/core/search/building', 'The index is still being built: there may be more in a moment.')}</span>}
                {findings?.corrections.map(each => <span key={each.typed}>{nls.localize('earshot/core/search/corrected', 'Nobody wrote “{0}”; shown for: {1}', each.typed, each.read.join(', '))}</span>)}
                {findings && findings.total > findings.rows.length && <span className='e-figures'>{nls.localize('earshot/core/search/more', '{0} of {1} shown', findings.rows.length, findings.total)}</span>}
                <span className='e-find-hints' aria-hidden='true'>
                    {active && <span><Keys>{keys.label('enter')}</Keys> {nls.localize('earshot/core/search/open', 'open')}</span>}
                    {active?.type === 'document' && <span><Keys>{keys.label(read ? 'left' : 'right')}</Keys> {read ? nls.localize('earshot/core/search/close-preview', 'close preview') : nls.localize('earshot/core/search/read', 'read here')}</span>}
                    {read && meant < languages && <span><Keys>{keys.label('right')}</Keys> {nls.localize('earshot/core/search/other-language', 'other language')}</span>}
                    {call && <span><Keys>{keys.label('ctrlcmd+enter')}</Keys> {nls.localize('earshot/core/search/use', 'used in call {0}', call.title)}</span>}
                </span>
            </footer>
        </div>
    </div>, document.body);
}

/** What is listed, in one of its languages. */
const inOneLanguage = (entry: PanelEntry, place: number): PanelEntry => {
    if (entry.type !== 'document' || place === 0) {
        return entry;
    }
    const row = inLanguage(entry.row, place);
    return { ...entry, key: row.link, row };
};

const statusOf = (current: boolean, count: number): string => count ? nls.localize('earshot/core/quick/results', 'Results: {0}', count)
    : current ? nls.localize('earshot/core/combobox/nothing', 'Nothing found.') : nls.localize('earshot/core/combobox/searching', 'Searching…');
