package io.yichuang.simulator.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.yichuang.simulator.SimulatorOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReceiptPrinterSimulatorTest {
  private static final Charset GB18030 = Charset.forName("GB18030");

  @TempDir Path folder;
  private ReceiptPrinterSimulator printer;
  private Socket host;

  @BeforeEach
  void start() throws IOException {
    printer = new ReceiptPrinterSimulator(SimulatorOptions.in(folder).withSpeed(20));
    host = connect();
  }

  @AfterEach
  void stop() throws IOException {
    host.close();
    printer.close();
  }

  @Test
  void a_receipt_is_kept_as_text_and_as_a_picture_with_a_code_to_scan() throws Exception {
    send(sample());
    send(hex("1D7201"));
    assertThat(host.getInputStream().read()).isZero();
    assertThat(printer.output()).hasSize(1);
    PrintedReceipt receipt = printer.output().getFirst();
    assertThat(receipt.text()).contains("收件回执", "申请人  陈𫖯", "5001 1920 2611 2400 3861");
    assertThat(receipt.codes()).containsExactly("50011920261124003861", "NC0107003861");
    assertThat(printer.unknownCommands()).isEmpty();
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(receipt.png()));
    assertThat(picture.getWidth()).isEqualTo(576);
    assertThat(picture.getColorModel().getPixelSize()).isEqualTo(1);
    int[] rgb = picture.getRGB(0, 0, 576, picture.getHeight(), null, 0, 576);
    var source = new RGBLuminanceSource(576, picture.getHeight(), rgb);
    assertThat(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText())
        .isEqualTo("50011920261124003861");
    Path target = Path.of("target");
    if (Files.isDirectory(target)) {
      Files.write(target.resolve("receipt.png"), receipt.png());
    }
  }

  @Test
  void every_rare_character_of_names_has_an_outline() {
    "㼆𬭎𠅤䶮𫖯𬱖喆彧＊：，。"
        .codePoints()
        .forEach(c -> assertThat(Glyphs.regular().has(c)).as(Character.toString(c)).isTrue());
  }

  @Test
  void sensors_are_told_at_once_in_the_documented_bits() throws Exception {
    assertThat(ask("100401")).isEqualTo(0x12);
    printer.setFault("paper-near-end");
    assertThat(ask("100404")).isEqualTo(0x1E);
    printer.setFault("paper-out");
    assertThat(ask("100404")).isEqualTo(0x7E);
    assertThat(ask("100402")).isEqualTo(0x32);
    assertThat(ask("100401")).isEqualTo(0x1A);
    printer.clearFaults();
    printer.setFault("cover-open");
    assertThat(ask("100402")).isEqualTo(0x16);
    printer.clearFaults();
    printer.setFault("cutter-error");
    assertThat(ask("100403")).isEqualTo(0x1A);
    printer.clearFaults();
    printer.setFault("head-hot");
    assertThat(ask("100403")).isEqualTo(0x52);
  }

  @Test
  void paper_that_ends_in_mid_print_stops_the_job_while_status_still_answers() throws Exception {
    printer.setFault("paper-out-mid-print");
    send(sample());
    send(hex("1D7201"));
    await().until(() -> printer.activeFaults().contains("paper-out"));
    assertThat(ask("100404")).isEqualTo(0x7E);
    assertThat(printer.output()).isEmpty();
    printer.clearFaults();
    assertThat(host.getInputStream().read()).isZero();
    assertThat(printer.output())
        .singleElement()
        .satisfies(r -> assertThat(r.interrupted()).isTrue());
  }

  @Test
  void automatic_status_comes_on_asking_and_on_every_change() throws Exception {
    send(hex("1D610F"));
    assertThat(host.getInputStream().readNBytes(4)).containsExactly(0x10, 0, 0, 0);
    printer.setFault("paper-out");
    assertThat(host.getInputStream().readNBytes(4)).containsExactly(0x18, 0, 0x0F, 0);
    printer.clearFaults();
    assertThat(host.getInputStream().readNBytes(4)).containsExactly(0x10, 0, 0, 0);
  }

  @Test
  void a_stalled_engine_never_answers_the_queued_question() throws Exception {
    printer.setFault("stall");
    send(sample());
    send(hex("1D7201"));
    // Real time is answered, and is the only thing that comes.
    assertThat(ask("100401")).isEqualTo(0x12);
    assertThat(host.getInputStream().available()).isZero();
    assertThat(printer.output()).isEmpty();
  }

  @Test
  void forgetting_the_buffer_leaves_no_half_receipt() throws Exception {
    printer.setFault("paper-out");
    send(sample());
    assertThat(ask("100401")).isEqualTo(0x1A);
    send(hex("100502"));
    assertThat(ask("100401")).isEqualTo(0x1A);
    printer.clearFaults();
    send("后来的".getBytes(GB18030));
    send(hex("0A1D56001D7201"));
    assertThat(host.getInputStream().read()).isZero();
    assertThat(printer.output())
        .singleElement()
        .satisfies(r -> assertThat(r.text()).isEqualTo("后来的"));
  }

  @Test
  void an_unplugged_printer_refuses_and_comes_back_on_the_same_port() throws Exception {
    String address = printer.address();
    assertThat(ask("100401")).isEqualTo(0x12);
    printer.unplug();
    assertThatThrownBy(() -> host.getInputStream().read()).isInstanceOf(SocketException.class);
    assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
    printer.plug();
    assertThat(printer.address()).isEqualTo(address);
    host = connect();
    assertThat(ask("100401")).isEqualTo(0x12);
  }

  @Test
  void an_endless_receipt_is_cut_by_the_printer() throws Exception {
    byte[] feeds = new byte[3 * 200];
    for (int i = 0; i < feeds.length; i += 3) {
      feeds[i] = 0x1B;
      feeds[i + 1] = 'J';
      feeds[i + 2] = (byte) 255;
    }
    send(feeds);
    await().until(() -> !printer.output().isEmpty());
    BufferedImage picture =
        ImageIO.read(new ByteArrayInputStream(printer.output().getFirst().png()));
    assertThat(picture.getHeight()).isLessThanOrEqualTo(Printout.MOST_ROWS);
  }

  private Socket connect() throws IOException {
    URI address = URI.create(printer.address());
    Socket socket = new Socket(address.getHost(), address.getPort());
    socket.setSoTimeout(20_000);
    return socket;
  }

  private int ask(String hex) throws IOException {
    send(hex(hex));
    return host.getInputStream().read();
  }

  private void send(byte[] bytes) throws IOException {
    host.getOutputStream().write(bytes);
  }

  private static byte[] sample() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(hex("1B401C261B61011D2111"));
    out.writeBytes("收件回执\n".getBytes(GB18030));
    out.writeBytes(hex("1D21001B4501"));
    out.writeBytes("5001 1920 2611 2400 3861\n".getBytes(GB18030));
    out.writeBytes(hex("1B45001D286B0300314306" + "1D286B0300314531" + "1D286B1700315030"));
    out.writeBytes("50011920261124003861".getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(hex("1D286B0300315130" + "0A" + "1B6100"));
    out.writeBytes("申请人  陈𫖯\n事项    居住证申领\n收件    2026年11月24日 10:31\n".getBytes(GB18030));
    out.writeBytes(hex("1D4201"));
    out.writeBytes("租房合同原件    领证时带来\n".getBytes(GB18030));
    out.writeBytes(hex("1D42001B2D01"));
    out.writeBytes("有问题打12345，报监管码。\n".getBytes(GB18030));
    out.writeBytes(hex("1B2D001D6850" + "1D7702" + "1D4802" + "1D6B490E7B42"));
    out.writeBytes("NC0107003861".getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(hex("0A1B64031D5601"));
    return out.toByteArray();
  }

  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
