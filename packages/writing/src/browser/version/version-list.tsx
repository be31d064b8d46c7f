import * as React from '@theia/core/shared/react';

export interface ListedVersion {
    readonly id: string;
    readonly title: React.ReactNode;
    /** Its state. */
    readonly badge: React.ReactNode;
    /** Who wrote it, and when; what is missing is passed over. */
    readonly about: readonly (string | null)[];
    /** What changed, in its author's words. */
    readonly note: string | null;
    /** What else can be done with it, below it. */
    readonly tools?: React.ReactNode;
}

export interface VersionListProps {
    readonly label: string;
    readonly versions: readonly ListedVersion[];
    readonly chosen: string | undefined;
    onChoose(id: string): void;
    /** What the chosen one says, or changes. */
    readonly children: React.ReactNode;
}

/** The versions of a text, with the chosen one beside them. */
export const VersionList = ({ label, versions, chosen, onChoose, children }: VersionListProps): React.ReactElement => <div className='w-versions'>
    <ol className='w-version-list' aria-label={label}>{versions.map(({ id, title, badge, about, note, tools }) => <li key={id} className={id === chosen ? 'w-chosen' : ''}>
        <button type='button' className='w-version' aria-current={id === chosen || undefined} onClick={() => onChoose(id)}>
            <span className='w-version-head'>{title}{badge}</span>
            <span className='w-version-about'>{about.filter(Boolean).join(' · ')}</span>
            {note && <span>{note}</span>}
        </button>
        {tools}
    </li>)}</ol>
    <div>{children}</div>
</div>;
