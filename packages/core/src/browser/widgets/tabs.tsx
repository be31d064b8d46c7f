import * as React from '@theia/core/shared/react';

export interface Tab<T extends string = string> {
    readonly id: T;
    readonly label: string;
    readonly count?: number;
}

export interface TabsProps<T extends string> {
    readonly tabs: readonly Tab<T>[];
    readonly value: T;
    onChange(value: T): void;
    readonly label: string;
    /** The content of the tab that is open. */
    readonly children: React.ReactNode;
}

/** Several views of one thing, one at a time. The arrow keys change it. */
export function Tabs<T extends string>({ tabs, value, onChange, label, children }: TabsProps<T>): React.ReactElement {
    const id = React.useId();
    const list = React.useRef<HTMLDivElement>(null);
    const onKeyDown = (event: React.KeyboardEvent): void => {
        const index = tabs.findIndex(each => each.id === value);
        const step = { ArrowRight: 1, ArrowLeft: -1, Home: -index, End: tabs.length - 1 - index }[event.key];
        if (step !== undefined) {
            event.preventDefault();
            const next = (index + step + tabs.length) % tabs.length;
            onChange(tabs[next]!.id);
            list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
        }
    };
    return <div className='e-tabs'>
        <div ref={list} className='e-tab-list' role='tablist' aria-label={label} onKeyDown={onKeyDown}>
            {tabs.map(each => <button key={each.id} type='button' role='tab' id={`${id}-${each.id}`} aria-selected={each.id === value} aria-controls={`${id}-panel`}
                tabIndex={each.id === value ? 0 : -1} className='e-tab' onClick={() => onChange(each.id)}>
                {each.label}{each.count !== undefined && <span className='e-tab-count'>{each.count}</span>}
            </button>)}
        </div>
        <div className='e-tab-panel' role='tabpanel' id={`${id}-panel`} aria-labelledby={`${id}-${value}`} tabIndex={0}>{children}</div>
    </div>;
}
