package io.yichuang.device.code;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bytes of a code to text: UTF-8, and GB18030 where they cannot be UTF-8. */
final class CodeText {
  private static final Charset GB18030 = Charset.forName("GB18030");

  private CodeText() {}

  /** The text, or null when the bytes are text in neither coding or hold control characters. */
  static @Nullable String of(byte[] bytes) {
    String text = strictly(bytes, StandardCharsets.UTF_8);
    if (text == null) {
      text = strictly(bytes, GB18030);
    }
    return text == null || text.chars().anyMatch(CodeText::unlikely) ? null : text;
  }

  /** GS (1D), RS and EOT stand in GS1 and driving-licence codes; the others are line noise. */
  private static boolean unlikely(int c) {
    return (Character.isISOControl(c) && c != 0x1D && c != 0x1E && c != 0x04 && c != '\t')
        || c == 0xFFFD;
  }

  private static @Nullable String strictly(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null; // another coding, or noise: the caller decides
    }
  }
}
