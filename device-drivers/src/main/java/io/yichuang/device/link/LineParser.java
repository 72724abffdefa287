package io.yichuang.device.link;

import java.nio.charset.StandardCharsets;

/** Text lines up to CR or LF, one byte a character; empty ones are skipped. */
public final class LineParser extends FrameParser<String> {
  private final int longest;

  /**
   * @param longest more bytes without an end are no line
   */
  public LineParser(int longest) {
    this.longest = longest;
  }

  @Override
  public Parsed<String> next() {
    while (held() > 0 && ends(0)) {
      drop(1, new NeedMore<>());
    }
    int end = 0;
    while (end < held() && !ends(end)) {
      end++;
    }
    if (end > longest) {
      return drop(end, new Corrupt<>("a line of more than " + longest + " bytes", false));
    }
    if (end == held()) {
      return new NeedMore<>();
    }
    String line = new String(range(0, end), StandardCharsets.ISO_8859_1);
    return drop(end + 1, new Frame<>(line));
  }

  private boolean ends(int index) {
    return at(index) == '\r' || at(index) == '\n';
  }
}
