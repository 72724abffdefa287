package io.yichuang.device.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hp.jipp.encoding.IppPacket;
import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import io.yichuang.device.JobId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bytes as in RFC 8010, appendix A, written here by hand and not by the codec. */
class IppMessagesTest {
  private static final String PRINTER = "ipp://127.0.0.1:631/ipp/print";
  private static final String JOB = "ipp://127.0.0.1:631/ipp/print/147";

  private final IppMessages messages = new IppMessages(URI.create(PRINTER));

  @Test
  void a_question_for_the_printer_is_the_bytes_of_the_standard() throws IOException {
    byte[] expected =
        new Message(0x0200, 0x000B)
            .operation()
            .text(0x45, "printer-uri", PRINTER)
            .text(0x42, "requesting-user-name", "kiosk")
            .text(0x44, "requested-attributes", "printer-state")
            .text(0x44, "", "printer-state-reasons")
            .text(0x44, "", "printer-is-accepting-jobs")
            .end();
    assertThat(messages.printerAttributes()).asHexString().isEqualTo(hex(expected));
  }

  @Test
  void a_job_bears_our_name_and_says_what_follows() throws IOException {
    byte[] expected =
        new Message(0x0200, 0x0002)
            .operation()
            .text(0x45, "printer-uri", PRINTER)
            .text(0x42, "requesting-user-name", "kiosk")
            .text(0x42, "job-name", "NC-0107-00000042-39.1")
            .text(0x49, "document-format", "application/pdf")
            .flag("ipp-attribute-fidelity", false)
            .group(0x02)
            .number(0x21, "copies", 1)
            .text(0x44, "sides", "one-sided")
            .end();
    assertThat(messages.printJob(new JobId("NC-0107-00000042-39.1")))
        .asHexString()
        .isEqualTo(hex(expected));
  }

  @Test
  void the_answer_to_a_job_tells_where_it_is_and_how_far() throws IOException {
    IppMessages.JobReport report = IppMessages.job(IppMessages.packet(jobAnswer()));
    assertThat(report.uri()).isEqualTo(URI.create(JOB));
    assertThat(report.state()).isEqualTo(9);
    assertThat(report.ended()).isTrue();
    assertThat(report.sheets()).isEqualTo(2);
  }

  @Test
  void an_answer_that_is_cut_anywhere_is_malformed() {
    byte[] whole = jobAnswer();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> IppMessages.packet(cut))
          .as("%d of %d bytes", length, whole.length)
          .isInstanceOfSatisfying(
              DeviceException.class,
              e -> assertThat(e.fault().code()).isEqualTo(FaultCode.MALFORMED));
    }
  }

  @Test
  void ten_thousand_damaged_answers_end_in_a_report_or_a_fault() {
    long seed = Long.getLong("yichuang.seed", 8010);
    var random = new Random(seed);
    int told = 0;
    for (int round = 0; round < 10_000; round++) {
      byte[] hurt = jobAnswer();
      for (int n = 1 + random.nextInt(4); n > 0; n--) {
        hurt[random.nextInt(hurt.length)] = (byte) random.nextInt();
      }
      try {
        IppPacket packet = IppMessages.packet(hurt);
        assertThat(IppMessages.job(packet).toString()).isNotEmpty();
        IppMessages.printer(packet);
      } catch (DeviceException e) {
        assertThat(e.fault().code()).isIn(FaultCode.MALFORMED, FaultCode.PROTOCOL);
        told++;
      }
    }
    assertThat(told).as("seed %d", seed).isPositive();
  }

  @Test
  void a_printer_without_a_state_or_with_one_of_another_type_is_no_printer() {
    byte[] without = new Message(0x0200, 0).operation().group(0x04).end();
    assertThatThrownBy(() -> IppMessages.printer(IppMessages.packet(without)))
        .isInstanceOf(DeviceException.class);
    byte[] other =
        new Message(0x0200, 0).operation().group(0x04).text(0x44, "printer-state", "idle").end();
    assertThatThrownBy(() -> IppMessages.printer(IppMessages.packet(other)))
        .isInstanceOf(DeviceException.class);
  }

  private static byte[] jobAnswer() {
    return new Message(0x0200, 0x0000)
        .operation()
        .text(0x41, "status-message", "successful-ok")
        .group(0x02)
        .number(0x21, "job-id", 147)
        .text(0x45, "job-uri", JOB)
        .number(0x23, "job-state", 9)
        .text(0x44, "job-state-reasons", "job-completed-successfully")
        .number(0x21, "job-media-sheets-completed", 2)
        .end();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }

  /** Version, operation or status, request 1; then groups of tag, name, value (RFC 8010, 3.1). */
  private static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message(int version, int code) {
      out.writeBytes(
          ByteBuffer.allocate(8)
              .putShort((short) version)
              .putShort((short) code)
              .putInt(1)
              .array());
    }

    Message operation() {
      return group(0x01)
          .text(0x47, "attributes-charset", "utf-8")
          .text(0x48, "attributes-natural-language", "en");
    }

    Message group(int tag) {
      out.write(tag);
      return this;
    }

    Message text(int tag, String name, String value) {
      return value(tag, name, value.getBytes(StandardCharsets.UTF_8));
    }

    Message number(int tag, String name, int value) {
      return value(tag, name, ByteBuffer.allocate(4).putInt(value).array());
    }

    Message flag(String name, boolean value) {
      return value(0x22, name, new byte[] {(byte) (value ? 1 : 0)});
    }

    private Message value(int tag, String name, byte[] value) {
      out.write(tag);
      sized(name.getBytes(StandardCharsets.US_ASCII));
      sized(value);
      return this;
    }

    private void sized(byte[] bytes) {
      out.write(bytes.length >> 8);
      out.write(bytes.length);
      out.writeBytes(bytes);
    }

    byte[] end() {
      out.write(3);
      return out.toByteArray();
    }
  }
}
