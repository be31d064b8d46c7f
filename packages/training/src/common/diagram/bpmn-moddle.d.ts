declare module 'bpmn-moddle' {
    /** An element of a BPMN file: its type is `$type`, its attributes and children are its other members. */
    export interface ModdleElement {
        readonly $type: string;
        readonly id?: string;
        $instanceOf(type: string): boolean;
        get(name: string): unknown;
    }

    export class BpmnModdle {
        /** @throws (rejects) where the text is no XML, or no definitions */
        fromXML(xml: string): Promise<{ readonly rootElement: ModdleElement; readonly warnings: readonly { readonly message: string }[] }>;
    }
}
