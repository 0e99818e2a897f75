/** Chinese words for what is wrong with a YAML text. */
import type { YAMLError } from 'yaml';

export const colonWords = '冒号要用半角 : ，后面空一格';

export const yamlErrorWords: Readonly<Record<YAMLError['code'], string>> = {
  ALIAS_PROPS: '引用（*）后面不能再写标记',
  BAD_ALIAS: '引用（*）写得不对；以 * 开头的文字请加引号',
  BAD_DIRECTIVE: '以 % 开头的行写得不对；以 % 开头的文字请加引号',
  BAD_DQ_ESCAPE: '双引号里的反斜杠写法不认识',
  BAD_INDENT: '缩进不对，同一层的各行要左对齐',
  BAD_PROP_ORDER: '标记的位置不对',
  BAD_SCALAR_START: '这里的文字不能以这个符号开头，请加引号',
  BLOCK_AS_IMPLICIT_KEY: '一行里写了两个“键: 值”，或文字中有冒号加空格，请加引号',
  BLOCK_IN_FLOW: '花括号或方括号里不能另起分层写法',
  DUPLICATE_KEY: '同一层里这个键写了两次',
  IMPOSSIBLE: '写法不对',
  KEY_OVER_1024_CHARS: '键太长',
  MISSING_CHAR: '少了一个符号（冒号、逗号、括号或引号）',
  MULTILINE_IMPLICIT_KEY: '键不能分成几行写，可能少了冒号',
  MULTIPLE_ANCHORS: '标记写了两个',
  MULTIPLE_DOCS: '一个文件里只能有一份内容，去掉 ---',
  MULTIPLE_TAGS: '标记写了两个',
  NON_STRING_KEY: '键要写成文字',
  RESOURCE_EXHAUSTION: '层数太多',
  TAB_AS_INDENT: '缩进要用空格，不能用制表符（Tab）',
  TAG_RESOLVE_FAILED: '以 ! 开头的标记不认识；以 ! 开头的文字请加引号',
  UNEXPECTED_TOKEN: '这里有多余的符号',
  BAD_COLLECTION_TYPE: '标记与内容不符',
};
