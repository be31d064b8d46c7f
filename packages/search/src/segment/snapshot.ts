import { analyserVersion } from '../analysis/analyse';
import { fieldNames } from '../document';
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
const version = `${analyserVersion}|${fieldNames.join()}`;

const writeArena = (writer: SectionWriter, lists: readonly Uint8Array[]): void => {
    const packed = new ByteArena();
    writer.numbers(Uint32Array.from(lists, each => each.length === 0 ? 0 : packed.write(each)));
    writer.numbers(Uint32Array.from(lists, each => each.length));
    writer.numbers(Uint32Array.from(packed.segments, each => each.length));
    packed.segments.forEach(each => writer.numbers(each));
};

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
    [documents.validFrom, documents.validUntil, documents.updatedAt].forEach(each => writer.numbers(each.counted));
    documents.fieldLengths.forEach(each => writer.numbers(each.counted));
    writer.numbers(documents.live.words);
    writer.texts([...documents.audiences.keys()]);
    documents.audiences.forEach(each => writer.numbers(each.words));
};

const readDocuments = (reader: SectionReader): DocumentTable => {
    const ids = reader.texts();
    const titles = reader.texts();
    const [kind, category, language] = [readAttribute(reader), readAttribute(reader), readAttribute(reader)];
    const [validFrom, validUntil, updatedAt] = [new Reals(reader.reals()), new Reals(reader.reals()), new Reals(reader.reals())];
    const fieldLengths = fieldNames.map(() => new Integers(reader.integers()));
    const live = new Bitmap(reader.integers());
    const audiences = new Map(reader.texts().map(name => [name, new Bitmap(reader.integers())]));
    return new DocumentTable({ ids, titles, kind, category, language, validFrom, validUntil, updatedAt, fieldLengths, live, audiences });
};

/** The index as bytes. */
export const writeSnapshot = ({ documents, dictionary, vocabulary, ranks, postings, streams, pinyin }: IndexParts): Uint8Array => {
    const writer = new SectionWriter();
    const terms = Array.from({ length: dictionary.size }, (_, term) => term);
    writer.texts([version]);
    writeDocuments(writer, documents);
    writeArena(writer, documents.ids.map((id, number) => id === '' ? new Uint8Array(0) : streams.read(documents.streamAddresses.items[number], documents.streamLengths.items[number])));
    writer.numbers(dictionary.keys.counted);
    writer.texts(vocabulary.stems);
    const { words, numbers } = vocabulary.entries();
    writer.texts(words);
    writer.numbers(Uint32Array.from(numbers));
    writer.numbers(Uint16Array.from(ranks.codes));
    writeArena(writer, terms.map(term => postings.read(term)));
    writer.numbers(postings.last.counted);
    writer.numbers(postings.frequencies.counted);
    writer.texts(pinyin.syllables.values);
    writer.numbers(pinyin.sounds.counted);
    writer.numbers(pinyin.starts.counted);
    return writer.finish();
};

/** undefined when the snapshot is of another version, or damaged. */
export const readSnapshot = (bytes: Uint8Array): IndexParts | undefined => {
    const reader = SectionReader.open(bytes);
    if (!reader || reader.texts()[0] !== version) {
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
    return { documents, dictionary, vocabulary, ranks, postings, streams: streams.arena, pinyin };
};
