package io.yichuang.device.code;

import io.yichuang.device.link.FrameParser;

/**
 * Text up to CR or LF, and replies {@code 02 01 "0000" … 06 3B 03} between. An empty line is the
 * second half of CR LF. Text has no checksum: only what cannot be text is known to be damaged.
 */
final class CodeParser extends FrameParser<CodeFrame> {
  /** The most bytes a QR code holds as UTF-8 text: 7089 digits, 2953 bytes else. */
  static final int LONGEST = 7_089;

  /** 02 01 30 30 30 30, a type, tag, sub-tag, data, verdict, 3B 03. */
  private static final int LONGEST_REPLY = 64;

  private static final int STX = 0x02;
  private static final int ETX = 0x03;
  private static final int DONE = 0x06;

  @Override
  public Parsed<CodeFrame> next() {
    while (held() > 0 && suffix(0)) {
      drop(1, new NeedMore<>());
    }
    if (held() == 0) {
      return new NeedMore<>();
    }
    return at(0) == STX ? reply() : text();
  }

  private Parsed<CodeFrame> reply() {
    int end = find(ETX, 0);
    if (end == held()) {
      return end <= LONGEST_REPLY
          ? new NeedMore<>()
          : drop(1, new Corrupt<>("a reply without an end", false));
    }
    if (end < 9 || end > LONGEST_REPLY || at(1) != 0x01 || at(end - 1) != ';') {
      return drop(1, new Corrupt<>("no reply of a scanner", false));
    }
    return drop(end + 1, new Frame<>(new CodeFrame.Reply(at(end - 2) == DONE)));
  }

  private Parsed<CodeFrame> text() {
    int end = 0;
    while (end < held() && !suffix(end) && at(end) != STX) {
      end++;
    }
    if (end > LONGEST) {
      return drop(end, new Corrupt<>("longer than any code", false));
    }
    if (end == held()) {
      return new NeedMore<>();
    }
    if (at(end) == STX) {
      return drop(end, new Corrupt<>("a code that was broken off", false));
    }
    return drop(end + 1, new Frame<>(new CodeFrame.Text(range(0, end))));
  }

  private boolean suffix(int index) {
    return at(index) == '\r' || at(index) == '\n';
  }
}
