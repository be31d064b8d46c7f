import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';

interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
/** What is used of the viewer's own services. */
interface Canvas {
    viewbox(): Box & { readonly inner: Box };
    viewbox(box: Box): void;
    zoom(scale: number, center: 'auto'): number;
    zoom(): number;
    scroll(by: { readonly dx: number; readonly dy: number }): void;
    resized(): void;
    addMarker(id: string, name: string): void;
}
interface Overlays { add(id: string, kind: string, overlay: { readonly position: { readonly left?: number; readonly top?: number; readonly bottom?: number; readonly right?: number }; readonly html: HTMLElement }): string }
interface ElementRegistry { get(id: string): unknown }

/** A diagram on a page. */
export interface ShownDiagram {
    zoomBy(factor: number): void;
    /** The whole of it, no larger than it was drawn. */
    fit(): void;
    move(across: number, down: number): void;
    /** Gives a shape the looks of a class. Nothing for one that is not drawn. */
    mark(id: string, name: string): void;
    /** Puts something on a shape, at its upper or lower edge. Nothing for one that is not drawn. */
    attach(id: string, element: HTMLElement, edge: 'top' | 'bottom'): void;
    /** As a picture for paper, black on white. */
    print(): Promise<string>;
    destroy(): void;
}

/** Tokens of the theme: the picture follows it without being drawn anew. */
const [ground, ink] = ['var(--e-surface)', 'var(--e-ink)'] as const;
const [least, most] = [0.2, 4] as const;
/** Pixels around the drawing, and how high it may be on a page. */
const margin = 24;
/** Below it, where the viewer says who made it. */
const foot = 48;
const [lowest, highest] = [160, 560] as const;

/** Colours that a drawing brings along were chosen for white paper: what is written on them would not be read on a dark screen. */
const withoutColors = (xml: string): string => xml.replace(/\s(?:bioc:(?:stroke|fill)|color:(?:background-color|border-color))\s*=\s*(?:"[^"]*"|'[^']*')/g, '');

/** Draws a file that the server has checked. */
export async function showDiagram(container: HTMLElement, xml: string, { name, poweredBy }: { readonly name: string; readonly poweredBy: string }): Promise<ShownDiagram> {
    const fontFamily = getComputedStyle(container).fontFamily;
    const writing = { fontFamily, fontWeight: 'normal', fontSize: 12, lineHeight: 1.25 };
    const viewer = new NavigatedViewer({
        container, bpmnRenderer: { defaultFillColor: ground, defaultStrokeColor: ink, defaultLabelColor: ink }, textRenderer: { defaultStyle: writing, externalStyle: writing },
        // The wheel belongs to the page.
        zoomScroll: { enabled: false }
    } as ConstructorParameters<typeof NavigatedViewer>[0]);
    await viewer.importXML(withoutColors(xml));
    const canvas = viewer.get<Canvas>('canvas');
    const [overlays, elements] = [viewer.get<Overlays>('overlays'), viewer.get<ElementRegistry>('elementRegistry')];
    const drawing = container.querySelector('svg');
    drawing?.setAttribute('role', 'img');
    drawing?.setAttribute('aria-label', name);
    container.querySelector('.bjs-powered-by')?.setAttribute('title', poweredBy);
    const { x, y, width, height } = canvas.viewbox().inner;
    container.style.height = `${Math.round(Math.min(highest, Math.max(lowest, height * Math.min(1, (container.clientWidth - 2 * margin) / width) + margin + foot)))}px`;
    canvas.resized();
    const fit = (): void => {
        const [across, down] = [container.clientWidth, container.clientHeight];
        const scale = Math.min(1, (across - 2 * margin) / width, (down - margin - foot) / height);
        canvas.viewbox({ x: x - (across / scale - width) / 2, y: y - margin / scale, width: across / scale, height: down / scale });
    };
    fit();
    return {
        zoomBy: factor => { canvas.zoom(Math.min(most, Math.max(least, canvas.zoom() * factor)), 'auto'); },
        fit, move: (dx, dy) => canvas.scroll({ dx, dy }),
        mark: (id, className) => { if (elements.get(id)) { canvas.addMarker(id, className); } },
        attach: (id, html, edge) => { if (elements.get(id)) { overlays.add(id, 'earshot', { position: edge === 'top' ? { top: -12, left: 4 } : { bottom: 12, left: 4 }, html }); } },
        print: async () => (await viewer.saveSVG()).svg.replaceAll(ground, '#fff').replaceAll(ink, '#000'),
        destroy: () => viewer.destroy()
    };
}
