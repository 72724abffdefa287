package io.yichuang.device.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.yichuang.device.GlyphRaster;
import io.yichuang.device.MediaState;
import io.yichuang.device.Receipt;
import io.yichuang.device.Receipt.Align;
import io.yichuang.device.Receipt.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscPosCodecTest {
  private static final GlyphRaster BLOCKS =
      (codePoint, width, height, bold) -> {
        var black = new BitSet();
        black.set(0, width * height);
        return black;
      };

  @Test
  void a_row_of_text_is_these_bytes() {
    assertThat(hex(new Receipt.Text("一窗A", Align.CENTRE, Size.DOUBLE, true)))
        .isEqualTo(
            "1B401C261B3300" // init, Chinese, no line spacing of the printer's own
                + "1B61011D21111B45011D4200" // centred, double, bold, not inverse
                + "D2BBB4B0410A" // GB18030
                + "1B4A08"
                + "1D564200" // feed and cut
                + "1D7201"); // the question that proves it
  }

  @Test
  void a_qr_code_is_model_2_level_m_and_large() {
    assertThat(hex(new Receipt.Qr("500119")))
        .contains(
            "1B6101"
                + "1D286B0400314132001D286B0300314"
                + "30A1D286B03003145311D286B0900315030"
                + "353030313139"
                + "1D286B0300315130");
  }

  @Test
  void every_row_fits_the_paper_and_no_character_is_lost() {
    var random = new Random(5);
    for (int i = 0; i < 2_000; i++) {
      var text = new StringBuilder();
      int length = random.nextInt(120);
      for (int n = 0; n < length; n++) {
        text.append("中文，。A1 b".charAt(random.nextInt(8)));
      }
      int width = 24 * (1 + random.nextInt(2));
      List<String> rows = ReceiptLayout.wrap(text.toString(), width);
      assertThat(rows).allMatch(row -> PrinterText.cells(row) <= width);
      assertThat(String.join("", rows).replace(" ", ""))
          .isEqualTo(text.toString().replace(" ", ""));
    }
  }

  @Test
  void no_row_begins_with_a_closing_mark_and_numbers_stay_whole() {
    List<String> rows = ReceiptLayout.wrap("请于十一月二十五日，带原件到南川区 1234567890 号", 18);
    assertThat(rows).noneMatch(row -> row.startsWith("，"));
    assertThat(rows).anyMatch(row -> row.contains("1234567890"));
  }

  @Test
  void commands_hidden_in_a_text_are_not_sent() {
    String bytes = hex(new Receipt.Text("a\u001b@\u0010\u0014b", Align.LEFT, Size.NORMAL, false));
    assertThat(bytes).contains("6120402020620A");
  }

  @Test
  void a_rare_character_is_drawn_or_refused() {
    var receipt = new Receipt(List.of(new Receipt.Text("陈𫖯", Align.LEFT, Size.NORMAL, false)));
    assertThat(EscPosEncoder.encode(receipt, GlyphRaster.none(), Roll.MM_80)).isNull();
    String drawn =
        HexFormat.of().withUpperCase().formatHex(EscPosEncoder.encode(receipt, BLOCKS, Roll.MM_80));
    String row = "FFFFFFFFFFFF" + "00".repeat(66);
    assertThat(drawn).contains("1D76300048001800" + row.repeat(24));
  }

  @Test
  void what_cannot_be_printed_is_refused() {
    var wide = new Receipt.Picture(584, List.of(new byte[73]), Align.LEFT);
    var torn = new Receipt.Picture(16, List.of(new byte[1]), Align.LEFT);
    var endless = new Receipt.Qr("x".repeat(3000));
    for (Receipt.Line line : List.of(wide, torn, endless)) {
      assertThat(EscPosEncoder.encode(new Receipt(List.of(line)), BLOCKS, Roll.MM_80)).isNull();
    }
  }

  @Test
  void a_band_fills_the_width() {
    for (ReceiptLayout.Row row :
        ReceiptLayout.rows(
            new Receipt(List.of(new Receipt.Band("租房合同原件", "领证时带来"))), Roll.MM_80.cells())) {
      var text = (ReceiptLayout.TextRow) row;
      assertThat(PrinterText.cells(text.text())).isEqualTo(Roll.MM_80.cells());
      assertThat(text.inverse()).isTrue();
    }
  }

  @Test
  void a_narrow_roll_has_narrow_rows_drawn_and_printed() {
    List<Receipt.Line> lines =
        List.of(
            new Receipt.Text("南川区政务服务中心".repeat(4), Align.LEFT, Size.DOUBLE, true),
            new Receipt.Pair("房屋租赁登记备案", "免交，数据传来", false),
            new Receipt.Hanging("申请人", "王小英".repeat(12)),
            new Receipt.Hanging("一个十分长的名目十分长", "字"),
            new Receipt.Band("租房合同原件", "领证时带来"));
    for (Roll roll : Roll.values()) {
      for (ReceiptLayout.Row row : ReceiptLayout.rows(new Receipt(lines), roll.cells())) {
        var text = (ReceiptLayout.TextRow) row;
        assertThat(PrinterText.cells(text.text()) * text.factor()).isBetween(1, roll.cells());
      }
    }
    byte[] rule =
        EscPosEncoder.encode(new Receipt(List.of(new Receipt.Rule(false))), BLOCKS, Roll.MM_58);
    // 48 bytes a row, four rows: 384 dots and no more.
    assertThat(HexFormat.of().withUpperCase().formatHex(rule))
        .contains("1D76300030000400" + "FF".repeat(4 * 48) + "1B4A");
    var wide = new Receipt.Picture(392, List.of(new byte[49]), Align.LEFT);
    assertThat(EscPosEncoder.encode(new Receipt(List.of(wide)), BLOCKS, Roll.MM_58)).isNull();
    assertThat(EscPosEncoder.encode(new Receipt(List.of(wide)), BLOCKS, Roll.MM_80)).isNotNull();
  }

  @Test
  void a_roll_of_another_width_is_refused_with_the_choices() {
    assertThat(Roll.of("58mm")).isEqualTo(Roll.MM_58);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Roll.of("72mm"))
        .withMessageContaining("58mm, 80mm");
  }

  @Test
  void mixed_answers_are_told_apart_at_every_split() {
    byte[] mixed = HexFormat.of().parseHex("12" + "18000C00" + "11" + "0C" + "16" + "10000000");
    var replies = new ArrayList<PrinterReply>();
    var parser = new PrinterReply.Parser(false);
    for (byte b : mixed) {
      PrinterReply reply = parser.next(b);
      if (reply != null) {
        replies.add(reply);
      }
    }
    assertThat(replies)
        .containsExactly(
            new PrinterReply.RealTime(0x12),
            new PrinterReply.Automatic(0x18, 0, 0x0C),
            new PrinterReply.Other(0x11),
            new PrinterReply.Queued(0x0C),
            new PrinterReply.RealTime(0x16),
            new PrinterReply.Automatic(0x10, 0, 0));
  }

  @Test
  void the_full_status_of_a_kiosk_printer_is_these_six_bytes() {
    byte[] mixed = HexFormat.of().parseHex("12" + "100F24010100" + "16" + "0C" + "100F00000000");
    var replies = new ArrayList<PrinterReply>();
    var parser = new PrinterReply.Parser(true);
    for (byte b : mixed) {
      PrinterReply reply = parser.next(b);
      if (reply != null) {
        replies.add(reply);
      }
    }
    var hot = new PrinterReply.Full(0x24, 1, 1, 0);
    assertThat(replies)
        .containsExactly(
            new PrinterReply.RealTime(0x12),
            hot,
            new PrinterReply.RealTime(0x16),
            new PrinterReply.Queued(0x0C),
            new PrinterReply.Full(0, 0, 0, 0));
    PrinterSensors told = PrinterSensors.of(0x12, 0x12, 0x12, 0x12).with(hot);
    assertThat(told.mouth()).isEqualTo(MediaState.PRESENT);
    assertThat(told.headHot() && told.nearEnd() && told.cover() && !told.paperOut()).isTrue();
  }

  @Test
  void a_full_status_that_was_cut_short_is_no_proof_of_anything() {
    byte[] whole = HexFormat.of().parseHex("100F20000000");
    for (int length = 1; length < whole.length; length++) {
      var parser = new PrinterReply.Parser(true);
      for (int i = 0; i < length; i++) {
        assertThat(parser.next(whole[i])).isNull();
      }
      parser.forget();
      assertThat(parser.next((byte) 0x12)).isEqualTo(new PrinterReply.RealTime(0x12));
    }
  }

  /**
   * Answers have no checksum: what is accepted is told by its fixed bits, and the bytes are there.
   */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ten_thousand_mutated_answers_do_no_harm(boolean full) {
    long seed = Long.getLong("yichuang.seed", new Random().nextLong());
    var random = new Random(seed);
    byte[] golden =
        HexFormat.of().parseHex("12" + (full ? "100F24010100" : "10000000") + "1611130C");
    for (int round = 0; round < 10_000; round++) {
      byte[] bytes = golden.clone();
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(3)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes = Arrays.copyOfRange(bytes, at, bytes.length);
        default -> random.nextBytes(bytes);
      }
      var parser = new PrinterReply.Parser(full);
      String before = "";
      for (byte each : bytes) {
        before += HexFormat.of().toHexDigits(each);
        PrinterReply reply = parser.next(each);
        if (reply != null) {
          assertThat(before).as("seed %d, round %d: %s", seed, round, reply).endsWith(end(reply));
        }
      }
      parser.forget();
      assertThat(parser.next((byte) 0x12)).isEqualTo(new PrinterReply.RealTime(0x12));
    }
  }

  /** The bytes that a reply ends with. */
  private static String end(PrinterReply reply) {
    return switch (reply) {
      case PrinterReply.RealTime(int bits) -> "%02x".formatted(bits);
      case PrinterReply.Queued(int bits) -> "%02x".formatted(bits);
      case PrinterReply.Other(int value) -> "%02x".formatted(value);
      case PrinterReply.Automatic(int first, int second, int third) -> "";
      case PrinterReply.Full(int paper, int user, int soft, int hard) ->
          "0f%02x%02x%02x%02x".formatted(paper, user, soft, hard);
    };
  }

  private static String hex(Receipt.Line line) {
    byte[] bytes = EscPosEncoder.encode(new Receipt(List.of(line)), GlyphRaster.none(), Roll.MM_80);
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }
}
