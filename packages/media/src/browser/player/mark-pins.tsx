import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { Menu } from '@earshot/core/lib/browser/widgets';
import { clusterMarks, type MarkCluster, type RecordingMark } from '../../common/player/mark-clusters';
import { pxAt, type Viewport } from '../../common/player/viewport';
import { rangeText } from './player-words';

/** Width of a pin with a little room. */
const PIN_PX = 24;

export interface MarkPinsProps {
    readonly marks: readonly RecordingMark[];
    readonly viewport: Viewport;
    readonly top: number;
    readonly openMark: string | undefined;
    onMark(id: string): void;
}

const titleOf = ({ label, title, fromMs, toMs }: RecordingMark): string => nls.localize('earshot/media/mark/title', 'Mark {0}: {1}, {2}', label, title, rangeText(fromMs, toMs));

/** The pins of the marks in sight; where they are too close, one pin says how many and offers them. They are listed with tab stops elsewhere. */
export function MarkPins({ marks, viewport, top, openMark, onMark }: MarkPinsProps): React.ReactElement {
    const clusters = React.useMemo(() => clusterMarks(marks, viewport.pxPerMs, PIN_PX), [marks, viewport.pxPerMs]);
    const inSight = clusters.map(cluster => ({ cluster, px: pxAt(viewport, cluster.fromMs) })).filter(({ px }) => px >= -PIN_PX / 2 && px <= viewport.widthPx + PIN_PX / 2);
    return <div className='m-pins' style={{ top }} onPointerDown={event => event.stopPropagation()}>
        {inSight.map(({ cluster, px }) => <span key={cluster.key} className='m-pin-place' style={{ left: Math.min(viewport.widthPx - PIN_PX / 2, Math.max(PIN_PX / 2, px)) }}>
            <Pin cluster={cluster} openMark={openMark} onMark={onMark} />
        </span>)}
    </div>;
}

function Pin({ cluster: { marks }, openMark, onMark }: { readonly cluster: MarkCluster; readonly openMark: string | undefined; onMark(id: string): void }): React.ReactElement {
    const [first] = marks;
    const open = marks.some(each => each.id === openMark);
    if (first && marks.length === 1) {
        return <button type='button' tabIndex={-1} className='m-pin' data-tone={first.tone} data-open={open} title={titleOf(first)} aria-label={titleOf(first)} onClick={() => onMark(first.id)}>{first.label}</button>;
    }
    const label = nls.localize('earshot/media/mark/several', '{0} marks close together', marks.length);
    return <Menu label={label} items={marks.map(each => ({ label: `${each.label} ${each.title}`, detail: rangeText(each.fromMs, each.toMs), run: () => onMark(each.id) }))}>
        <button type='button' tabIndex={-1} className='m-pin m-pin-several' data-open={open} aria-label={label} title={label}>{marks.length > 99 ? '99+' : `×${marks.length}`}</button>
    </Menu>;
}
