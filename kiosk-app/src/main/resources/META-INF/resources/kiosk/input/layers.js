// What stands where. A key is an action word, or the characters it types ({ types, as }: shown or named otherwise).

const letters = row => [...row].map(c => ({ action: `key-${c}`, types: c }));
const capitals = row => [...row].map(c => ({ action: `key-${c.toLowerCase()}`, types: c }));
const sign = (types, name) => ({ action: `key-${name}`, types });
/** Keys that do something; their words come from the bundles (input.key.NAME). */
const word = (name, cls = 'does') => ({ action: `key-${name}`, does: name, cls });
const space = word('space', 'wide');
const backspace = word('backspace');

const rows = (third, fourth) => [letters('qwertyuiop'), letters('asdfghjkl'), third, fourth];

export const layers = {
  pinyin: rows(
    [word('language'), ...letters('zxcvbnm'), backspace],
    [word('signs'), word('hand'), sign("'", 'apostrophe'), space, word('region'), sign('。', 'stop'), sign('号', 'hao')]),
  letters: rows(
    [word('language'), ...letters('zxcvbnm'), backspace],
    [word('signs'), word('shift'), space, sign('@', 'at'), sign('.', 'dot'), sign('-', 'hyphen')]),
  signs: [
    letters('1234567890'),
    [sign('-', 'hyphen'), sign('/', 'slash'), sign('·', 'middle-dot'), sign('（', 'open'), sign('）', 'close'),
      sign('、', 'list-comma'), sign('：', 'colon'), sign('@', 'at'), sign('.', 'dot')],
    [{ ...sign('单元', 'danyuan'), cls: 'does' }, sign('栋', 'dong'), sign('幢', 'zhuang'), sign('楼', 'lou'), sign('层', 'ceng'), sign('室', 'shi'),
      sign('组', 'zu'), sign('村', 'cun'), backspace],
    [word('letters'), sign('#', 'hash'), space, sign('，', 'comma'), sign('。', 'stop'), sign('号', 'hao')]],
  // Characters that nobody can spell: parts, strokes (h s p n z) or the number of Unicode; see RareCharacters.
  rare: [letters('1234567890'), letters('qwertyuiop'), letters('asdfghjkl'),
    [word('pinyin'), ...letters('zxcvbnm'), backspace]],
  // Provinces, cities, counties, towns: chosen out of the list, which stands in the keys' place.
  region: [],
  digits: pad(sign('.', 'dot')),
  // Two keys in the place of one, so that the zero stays under the eight.
  id: pad(word('permit', 'half'), { action: 'key-x', types: 'X', cls: 'half' }),
  // A foreigner's permit of 2017 begins with three letters.
  permit: [letters('1234567890'), capitals('QWERTYUIOP'), capitals('ASDFGHJKL'), [word('id'), ...capitals('ZXCVBNM'), backspace]],
  code: [letters('1234567890'), capitals('QWERTYUIOP'), capitals('ASDFGHJKL'), [...capitals('ZXCVBNM'), sign('-', 'hyphen'), backspace]],
};

/** Beside the sheet that is written on. */
export const besideSheet = [word('rare'), word('pinyin'), word('rewrite'), backspace];

function pad(...last) {
  return [letters('123'), letters('456'), letters('789'), [...last, ...letters('0'), backspace]];
}
