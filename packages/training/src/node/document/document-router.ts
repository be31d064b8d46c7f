import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { acknowledgementOperations, documentOperations, versionOperations } from '../../common/document/document-contract';
import type { AcknowledgementService } from './acknowledgement-service';
import type { DocumentEditing } from './document-editing';
import type { DocumentReader } from './document-reader';
import type { VersionWorkflow } from './version-workflow';

export function documentRouter(reader: DocumentReader, editing: DocumentEditing) {
    const os = implementOperations(documentOperations);
    return os.router({
        list: os.list.handler(({ context, input }) => reader.list(caller(context), input)),
        get: os.get.handler(({ context, input }) => reader.get(caller(context), input.id)),
        catalogue: os.catalogue.handler(({ context }) => reader.catalogue(caller(context))),
        clause: os.clause.handler(({ context, input }) => reader.clause(caller(context), input.id)),
        create: os.create.handler(async ({ context, input }) => reader.version(caller(context), await editing.create(caller(context), input))),
        own: os.own.handler(async ({ context, input }) => {
            await editing.own(caller(context), input);
            return reader.get(caller(context), input.id);
        })
    });
}

export function versionRouter(reader: DocumentReader, editing: DocumentEditing, workflow: VersionWorkflow) {
    const os = implementOperations(versionOperations);
    return os.router({
        list: os.list.handler(({ context, input }) => reader.versions(caller(context), input.id)),
        get: os.get.handler(({ context, input }) => reader.version(caller(context), input.id)),
        begin: os.begin.handler(async ({ context, input }) => reader.version(caller(context), await editing.begin(caller(context), input.id))),
        save: os.save.handler(async ({ context, input }) => {
            await editing.save(caller(context), input);
            return reader.version(caller(context), input.id);
        }),
        discard: os.discard.handler(async ({ context, input }) => {
            await editing.discard(caller(context), input.id);
            return { done: true as const };
        }),
        act: os.act.handler(async ({ context, input }) => {
            await workflow.act(caller(context), input);
            return reader.version(caller(context), input.id);
        })
    });
}

export function acknowledgementRouter(reader: DocumentReader, acknowledgements: AcknowledgementService) {
    const os = implementOperations(acknowledgementOperations);
    return os.router({
        list: os.list.handler(({ context, input }) => acknowledgements.list(caller(context), input)),
        give: os.give.handler(async ({ context, input }) => reader.get(caller(context), await acknowledgements.give(caller(context), input.id, input.hash))),
        remind: os.remind.handler(async ({ context, input }) => ({ reminded: await acknowledgements.remind(caller(context), input.id, input.personIds) }))
    });
}
