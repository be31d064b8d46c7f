import { analyserVersion } from '../analysis/analyse';
import { fieldNames } from '../document';
import type { PinnedAnswer, SynonymGroup } from '../search-engine';
import { Bitmap } from './bitmap';
import { ByteArena } from './byte-arena';
import { Dictionary } from './dictionary';
import { Attribute, DocumentTable, Values } from './document-table';
import { Integers, Reals, ShortIntegers } from './numbers';
import { PinyinIndex } from './pinyin-index';
import { PostingLists } from './posting-lists';
import { SectionReader, SectionWriter } from './sections';
import { type IndexParts } from './segment-index';
import { HanRanks } from './han-ranks';
import { Vocabulary } from './vocabulary';

/** Snapshots of another arrangement of fields or another analyser are of no use. */
const version = `2|${analyserVersion}|${fieldNames.join()}`;

/** How much is written between two pauses. */
const listsPerStep = 4096;

function* writeArena(writer: SectionWriter, count: number, read: (index: number) => Uint8Array | undefined): Generator<void, void> {
    const packed = new ByteArena();
    const addresses = new Uint32Array(count);
    const lengths = new Uint32Array(count);
    for (let index = 0; index < count; index++) {
        const bytes = read(index);
        if (bytes && bytes.length > 0) {
            addresses[index] = packed.write(bytes);
            lengths[index] = bytes.length;
        }
        if (index % listsPerStep === listsPerStep - 1) {
            yield;
        }
    }
    writer.numbers(addresses);
    writer.numbers(lengths);
    writer.numbers(Uint32Array.from(packed.segments, each => each.length));
    packed.segments.forEach(each => writer.numbers(each));
}

const readArena = (reader: SectionReader): { addresses: Uint32Array; lengths: Uint32Array; arena: ByteArena } => {
    const addresses = reader.integers();
    const lengths = reader.integers();
    return { addresses, lengths, arena: ByteArena.from(Array.from(reader.integers(), () => reader.bytesOf())) };
};

const writeAttribute = (writer: SectionWriter, { values, byDocument }: Attribute): void => {
    writer.texts(values.values);
    writer.numbers(byDocument.counted);
};

const readAttribute = (reader: SectionReader): Attribute => new Attribute(new Values(reader.texts()), new ShortIntegers(reader.shortIntegers()));

const writeDocuments = (writer: SectionWriter, documents: DocumentTable): void => {
    writer.texts(documents.ids);
    writer.texts(documents.titles);
    [documents.kind, documents.category, documents.language].forEach(each => writeAttribute(writer, each));
    [documents.validFrom, documents.validUntil, documents.updatedAt, documents.weight].forEach(each => writer.numbers(each.counted));
    documents.fieldLengths.forEach(each => writer.numbers(each.counted));
    writer.numbers(documents.live.words);
    writer.texts([...documents.audiences.keys()]);
    documents.audiences.forEach(each => writer.numbers(each.words));
};

const readDocuments = (reader: SectionReader): DocumentTable => {
    const ids = reader.texts();
    const titles = reader.texts();
    const [kind, category, language] = [readAttribute(reader), readAttribute(reader), readAttribute(reader)];
    const [validFrom, validUntil, updatedAt, weight] = [new Reals(reader.reals()), new Reals(reader.reals()), new Reals(reader.reals()), new Reals(reader.reals())];
    const fieldLengths = fieldNames.map(() => new Integers(reader.integers()));
    const live = new Bitmap(reader.integers());
    const audiences = new Map(reader.texts().map(name => [name, new Bitmap(reader.integers())]));
    return new DocumentTable({ ids, titles, kind, category, language, validFrom, validUntil, updatedAt, weight, fieldLengths, live, audiences });
};

/** What editors have decided, which a snapshot holds besides the index. */
export interface EditorialWords {
    readonly synonyms: readonly SynonymGroup[];
    readonly pins: readonly PinnedAnswer[];
}

export interface SnapshotContents extends EditorialWords {
    readonly parts: IndexParts;
}

/** The index as bytes, in steps of a few milliseconds each. Nothing may be put or removed before the last one. */
export function* snapshotSteps({ parts, synonyms, pins }: SnapshotContents): Generator<void, Uint8Array> {
    const { documents, dictionary, vocabulary, ranks, postings, streams, pinyin } = parts;
    const writer = new SectionWriter();
    writer.texts([version, JSON.stringify({ synonyms, pins })]);
    writeDocuments(writer, documents);
    yield;
    yield* writeArena(writer, documents.count, number => documents.ids[number] === '' ? undefined : streams.read(documents.streamAddresses.items[number], documents.streamLengths.items[number]));
    writer.numbers(dictionary.keys.counted);
    writer.texts(vocabulary.stems);
    yield;
    const { words, numbers } = vocabulary.entries();
    writer.texts(words);
    writer.numbers(Uint32Array.from(numbers));
    writer.numbers(Uint16Array.from(ranks.codes));
    yield;
    yield* writeArena(writer, dictionary.size, term => postings.read(term));
    writer.numbers(postings.last.counted);
    writer.numbers(postings.frequencies.counted);
    writer.texts(pinyin.syllables.values);
    writer.numbers(pinyin.sounds.counted);
    writer.numbers(pinyin.starts.counted);
    yield;
    return writer.finish();
}

/** undefined when the snapshot is of another version, or damaged. */
export const readSnapshot = (bytes: Uint8Array): SnapshotContents | undefined => {
    const reader = SectionReader.open(bytes);
    const [found, editorial] = reader?.texts() ?? [];
    if (!reader || found !== version || editorial === undefined) {
        return undefined;
    }
    const documents = readDocuments(reader);
    const streams = readArena(reader);
    documents.streamAddresses = new Integers(streams.addresses);
    documents.streamLengths = new Integers(streams.lengths);
    const dictionary = new Dictionary(reader.integers());
    const stems = reader.texts();
    const words = reader.texts();
    const vocabulary = Vocabulary.from(stems, words, [...reader.integers()]);
    const ranks = new HanRanks(reader.shortIntegers());
    const lists = readArena(reader);
    const postings = PostingLists.from(fieldNames.length - 1, lists, reader.integers(), reader.integers());
    const pinyin = new PinyinIndex(reader.texts(), new ShortIntegers(reader.shortIntegers()), new Integers(reader.integers()));
    return { parts: { documents, dictionary, vocabulary, ranks, postings, streams: streams.arena, pinyin }, ...JSON.parse(editorial) as EditorialWords };
};
