import { expect, it } from 'vitest';
import { brokenAt } from './xml-shape';

it.each([
    ['<a/>'], ['<?xml version="1.0"?>\n<a b="1" c=\'"\'><b:c d-e="&lt;"/>text &amp; &nbsp;<!-- <x> --><![CDATA[<y>]]></a >'], ['<a><?p <x> ?></a>'], ['<客户 名="x"></客户>']
])('takes what is well-formed: %s', text => expect(brokenAt(text)).toBeUndefined());
it.each<[string, number]>([
    ['<a>', 3], ['<a></b>', 3], ['<a><b></a></b>', 6], ['</a>', 0], ['<a b></a>', 0], ['<a b=c/>', 0], ['<a b="1" b="2"/>', 0], ['<a b="<"/>', 0], ['<a b="1"c="2"/>', 0], ['<a>1 < 2</a>', 5], ['<a><!-- </a>', 3], ['<!DOCTYPE a [<!ENTITY b "c">]><a/>', 0], ['<a', 0], ['<'.repeat(200_000), 0]
])('says where %.60s is broken', (text, at) => expect(brokenAt(text)).toBe(at));
it('goes no deeper than anybody writes', () => {
    expect(brokenAt(`${'<a>'.repeat(100)}${'</a>'.repeat(100)}`)).toBeUndefined();
    expect(brokenAt(`${'<a>'.repeat(101)}${'</a>'.repeat(101)}`)).toBe(300);
});
